package ca.releve.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Bounds how many passwords are looked at once (AUTH-15): each hash takes 19 MiB and a core, so a crowd at the door would
 * keep every other page waiting. The others stand in line for a moment; where the line is too long, nobody joins it, since
 * whoever waits holds one of the server's threads.
 */
public class BoundedPasswords implements PasswordEncoder {

    final Semaphore line;

    private final PasswordEncoder passwords;
    private final Semaphore turns;
    private final ThreadLocal<Boolean> having = ThreadLocal.withInitial(() -> false);

    BoundedPasswords(PasswordEncoder passwords, int cores) {
        this.passwords = passwords;
        this.turns = new Semaphore(SecurityNumbers.HASHES_PER_CORE * cores, true);
        this.line = new Semaphore((SecurityNumbers.HASHES_PER_CORE + SecurityNumbers.HASHES_WAITING_PER_CORE) * cores);
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
        if (!line.tryAcquire()) {
            throw TryAgain.busy();
        }
        try {
            if (!turns.tryAcquire(SecurityNumbers.HASH_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw TryAgain.busy();
            }
            try {
                having.set(true);
                return looking.get();
            } finally {
                having.remove();
                turns.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw TryAgain.busy();
        } finally {
            line.release();
        }
    }
}
