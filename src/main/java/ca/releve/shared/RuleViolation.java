package ca.releve.shared;

import java.io.Serial;

/** A rule of the domain refuses what was asked; the key names the sentence that the person reads. */
public class RuleViolation extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    /** @param key message key of the sentence, for example {@code rule.request.not-cancellable} */
    public RuleViolation(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments;
    }

    /** @throws RuleViolation with this key if the change is not allowed */
    public static void unless(boolean allowed, String key, Object... arguments) {
        if (!allowed) {
            throw new RuleViolation(key, arguments);
        }
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }
}
