package ca.releve.account.password;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Passwords that were stolen somewhere (AUTH-12). The portal calls nobody: it looks into a file, which the service may put
 * beside it, of upper-case hexadecimal SHA-1 in ascending order, one a line, with whatever follows a colon; that is the file
 * « ordered by hash » of Pwned Passwords. Without the setting nothing is looked up.
 *
 * <p>If the file cannot be read, the password passes, the log says so and a counter counts it: a lost disk must not keep
 * people from leaving a password that somebody else knows.
 */
@Component
class BreachedPasswords {

    private static final Logger log = LoggerFactory.getLogger(BreachedPasswords.class);

    private static final int HASH_LENGTH = 40;
    private static final int LONGEST_LINE = 64;

    private final String file;
    private final Supplier<MeterRegistry> meters;

    @Autowired
    BreachedPasswords(
            @Value("${releve.security.breached-passwords:}") String file, ObjectProvider<MeterRegistry> meters) {
        this(file, meters::getObject);
    }

    BreachedPasswords(String file, Supplier<MeterRegistry> meters) {
        this.file = file;
        this.meters = meters;
    }

    boolean contains(String password) {
        if (file.isBlank()) {
            return false;
        }
        try (RandomAccessFile hashes = new RandomAccessFile(file, "r")) {
            return contains(hashes, sha1(password));
        } catch (IOException failure) {
            meters.get().counter("releve.breached.passwords.failures").increment();
            log.error("The file of breached passwords cannot be read; a password passed without it", failure);
            return false;
        }
    }

    /** Halves the file until the line is found that comes first at or after the place looked at. */
    private static boolean contains(RandomAccessFile hashes, String wanted) throws IOException {
        long from = 0;
        long to = hashes.length();
        while (from < to) {
            long middle = (from + to) >>> 1;
            Line line = lineAt(hashes, middle);
            int order = line.hash().compareTo(wanted);
            if (order == 0) {
                return true;
            } else if (order < 0) {
                from = line.end();
            } else {
                to = line.start();
            }
        }
        return false;
    }

    /** The line that this place is in. */
    private static Line lineAt(RandomAccessFile hashes, long place) throws IOException {
        long begin = Math.max(0, place - LONGEST_LINE);
        byte[] around = new byte[2 * LONGEST_LINE];
        hashes.seek(begin);
        int read = hashes.read(around);
        int at = (int) (place - begin);
        int start = at;
        while (start > 0 && around[start - 1] != '\n') {
            start--;
        }
        int end = at;
        while (end < read && around[end] != '\n') {
            end++;
        }
        String text = new String(around, start, end - start, StandardCharsets.US_ASCII);
        if (text.length() < HASH_LENGTH) {
            throw new IOException("Not a file of hashes");
        }
        return new Line(text.substring(0, HASH_LENGTH).toUpperCase(Locale.ROOT), begin + start, begin + end + 1);
    }

    private static String sha1(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A line of the file.
     *
     * @param end where the next one begins
     */
    private record Line(String hash, long start, long end) {}
}
