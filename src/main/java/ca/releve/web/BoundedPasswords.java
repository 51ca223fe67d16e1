package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Bounds how many passwords are looked at once (AUTH-15): each hash takes 19 MiB and a core, so a crowd at the door would
 * keep every other page waiting. The others stand in line for a moment. Strangers can fill the line; whoever has signed in
 * with her browser before finds another one then (ABU-02).
 */
public class BoundedPasswords implements PasswordEncoder {

    final Line line;

    private final Line ofKnown;
    private final PasswordEncoder passwords;
    private final Predicate<HttpServletRequest> known;
    private final ThreadLocal<Boolean> having = ThreadLocal.withInitial(() -> false);

    /** @param known whether somebody has signed in with this browser before; asked only where the line has no turn */
    BoundedPasswords(PasswordEncoder passwords, int cores, Predicate<HttpServletRequest> known) {
        this.passwords = passwords;
        this.known = known;
        this.line = new Line(
                SecurityNumbers.HASHES_PER_CORE * cores,
                SecurityNumbers.HASHES_WAITING_PER_CORE * cores,
                SecurityNumbers.HASHES_PER_NETWORK);
        this.ofKnown = new Line(
                SecurityNumbers.HASHES_OF_KNOWN_PER_CORE * cores,
                SecurityNumbers.HASHES_OF_KNOWN_WAITING_PER_CORE * cores,
                SecurityNumbers.HASHES_PER_NETWORK);
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
     * @throws TryAgain if there is no turn to be had soon
     */
    public <T> T inTurn(Supplier<T> looking) {
        if (having.get()) {
            return looking.get();
        }
        Optional<HttpServletRequest> request = Optional.ofNullable(
                        (ServletRequestAttributes) RequestContextHolder.getRequestAttributes())
                .map(ServletRequestAttributes::getRequest);
        Optional<String> network = request.map(ClientAddress::network);
        Line entered = enter(network, request);
        try {
            having.set(true);
            return looking.get();
        } finally {
            having.remove();
            entered.leave(network);
        }
    }

    private Line enter(Optional<String> network, Optional<HttpServletRequest> request) {
        if (line.enter(network, SecurityNumbers.HASH_WAIT)) {
            return line;
        }
        if (request.filter(known).isPresent() && ofKnown.enter(network, SecurityNumbers.HASH_WAIT)) {
            return ofKnown;
        }
        throw TryAgain.busy();
    }
}
