package ca.releve.signin.password;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks passwords up in a file of breached ones (AUTH-12); no other server is asked. The file has upper-case hexadecimal SHA-1 in
 * ascending order, one a line, with anything after a colon, as the file « ordered by hash » of Pwned Passwords. Without the
 * setting nothing is looked up.
 *
 * <p>If the file cannot be read, the password is accepted, logged as an error and counted: users
 * must be able to replace a password that others know even when the disk fails.
 */
@Component
class BreachedPasswords {

    private static final Logger log = LoggerFactory.getLogger(BreachedPasswords.class);

    private static final int HASH_LENGTH = 40;

    private final String file;
    private final Counter failures;

    BreachedPasswords(@Value("${releve.security.breached-passwords:}") String file, MeterRegistry meters) {
        this.file = file;
        this.failures = meters.counter("releve.breached.passwords.failures");
    }

    boolean contains(String password) {
        if (file.isBlank()) {
            return false;
        }
        try (RandomAccessFile hashes = new RandomAccessFile(file, "r")) {
            return contains(hashes, sha1(password));
        } catch (IOException failure) {
            failures.increment();
            log.error("The file of breached passwords cannot be read; a password passed without it", failure);
            return false;
        }
    }

    /** Binary search over the bytes of the file: {@code from} is the start of a line, and all lines before it are smaller. */
    private static boolean contains(RandomAccessFile hashes, String wanted) throws IOException {
        long from = 0;
        long to = hashes.length();
        while (from < to) {
            long middle = (from + to) >>> 1;
            hashes.seek(Math.max(from, middle - 1));
            if (middle > from) {
                // The rest of the line that begins before the middle.
                hashes.readLine();
            }
            String line = hashes.readLine();
            if (line != null && hash(line).compareTo(wanted) < 0) {
                from = hashes.getFilePointer();
            } else {
                to = middle;
            }
        }
        hashes.seek(from);
        String line = hashes.readLine();
        return line != null && hash(line).equals(wanted);
    }

    private static String hash(String line) throws IOException {
        if (line.length() < HASH_LENGTH) {
            throw new IOException("Not a file of hashes");
        }
        return line.substring(0, HASH_LENGTH).toUpperCase(Locale.ROOT);
    }

    private static String sha1(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
