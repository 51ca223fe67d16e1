package ca.releve.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Bounds how many passwords are hashed at once (AUTH-15): each takes 19 MiB and a core, so a crowd at the door would keep
 * every other page waiting. The others stand in line for a moment; where the line is too long, nobody joins it, since whoever
 * waits holds one of the server's threads.
 */
class BoundedPasswords implements PasswordEncoder {

    private final PasswordEncoder passwords;
    private final Semaphore line;
    private final Semaphore turns;

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

    private <T> T inTurn(Supplier<T> hashing) {
        if (!line.tryAcquire()) {
            throw TryAgain.busy();
        }
        try {
            if (!turns.tryAcquire(SecurityNumbers.HASH_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw TryAgain.busy();
            }
            try {
                return hashing.get();
            } finally {
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
