package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Bounds how many passwords are looked at once (AUTH-15): each hash takes 19 MiB and a core, so a crowd at the door would
 * keep every other page waiting. The others stand in line for a moment: whoever has signed in with her browser before in one
 * of their own, since strangers can fill theirs (ABU-02).
 */
public class BoundedPasswords implements PasswordEncoder {

    final Line line;

    private final Line ofKnown;
    private final PasswordEncoder passwords;
    private final Strangers strangers;
    private final ThreadLocal<Boolean> having = ThreadLocal.withInitial(() -> false);

    BoundedPasswords(PasswordEncoder passwords, int cores, Strangers strangers) {
        this.passwords = passwords;
        this.strangers = strangers;
        this.line = new Line(
                SecurityNumbers.HASHES_PER_CORE * cores,
                SecurityNumbers.HASHES_WAITING_PER_CORE * cores,
                SecurityNumbers.HASHES_PER_NETWORK);
        this.ofKnown = new Line(
                SecurityNumbers.HASHES_OF_KNOWN_PER_CORE * cores,
                SecurityNumbers.HASHES_OF_KNOWN_WAITING_PER_CORE * cores,
                SecurityNumbers.HASHES_PER_KNOWN_BROWSER);
    }

    @Override
    public String encode(CharSequence password) {
        return inTurn(() -> passwords.encode(password));
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        return inTurn(() -> passwords.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return passwords.upgradeEncoding(hash);
    }

    /**
     * Does all that belongs to one password, what is counted for it in the database as well as its hash, when it is its turn:
     * a crowd takes no more of the few connections than of the cores.
     *
     * @throws TryAgain if there is no turn to be had soon, or too much was tried where a stranger is
     */
    public <T> T inTurn(Supplier<T> looking) {
        if (having.get()) {
            return looking.get();
        }
        Turn turn = Optional.ofNullable((ServletRequestAttributes) RequestContextHolder.getRequestAttributes())
                .map(it -> turn(it.getRequest()))
                .orElseGet(() -> turn(line, Optional.empty()).orElseThrow(TryAgain::busy));
        try {
            having.set(true);
            return looking.get();
        } finally {
            having.remove();
            turn.line().leave(turn.from());
        }
    }

    private Turn turn(HttpServletRequest request) {
        Optional<String> network = Optional.of(ClientAddress.network(request));
        if (line.enter(network, Duration.ZERO)) {
            return new Turn(line, network);
        }
        Optional<String> browser = strangers.knownBrowser(request);
        return browser.flatMap(it -> turn(ofKnown, browser)).orElseGet(() -> turnOfStranger(request, network));
    }

    private Turn turnOfStranger(HttpServletRequest request, Optional<String> network) {
        strangers.waitForLine(request).ifPresent(wait -> {
            throw TryAgain.tooMany(wait);
        });
        return turn(line, network).orElseThrow(() -> {
            strangers.stoodInVain(request);
            return TryAgain.busy();
        });
    }

    private static Optional<Turn> turn(Line line, Optional<String> from) {
        return line.enter(from, SecurityNumbers.HASH_WAIT) ? Optional.of(new Turn(line, from)) : Optional.empty();
    }

    /** Her turn in one of the lines. */
    private record Turn(Line line, Optional<String> from) {}
}
