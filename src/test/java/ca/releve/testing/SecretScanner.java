package ca.releve.testing;

import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Searches a stream of any length for many secrets: as text, as the hex of a dump, URL-encoded, and, for keys in base64, by their
 * bytes.
 */
public final class SecretScanner extends OutputStream {

    private static final int PREFIX = 8;
    private static final int SHOWN_BEFORE = 60;
    private static final int MOST_FOUND = 20;

    private final Map<Long, List<Needle>> needles = new HashMap<>();
    private final BitSet seemsKnown = new BitSet(1 << 20);
    private final List<String> found = new ArrayList<>();
    private final byte[] seen;
    private String where = "";
    private int position;
    private int count;
    private long window;

    /** @param secrets the secrets by their names in findings */
    public SecretScanner(Map<?, Set<String>> secrets) {
        int longest = SHOWN_BEFORE;
        for (Map.Entry<?, Set<String>> kind : secrets.entrySet()) {
            for (String secret : kind.getValue()) {
                for (String spelling : spellings(secret)) {
                    Needle needle = new Needle(kind.getKey() + " " + secret, spelling.getBytes(StandardCharsets.UTF_8));
                    longest = Math.max(longest, needle.bytes().length);
                    // A secret is compared when its last bytes have been read.
                    long key = lastOf(needle.bytes());
                    needles.computeIfAbsent(key, one -> new ArrayList<>()).add(needle);
                    seemsKnown.set(slot(key));
                }
            }
        }
        seen = new byte[Integer.highestOneBit(longest + PREFIX) * 2];
    }

    /** Sets the name of the source of the following bytes. */
    public SecretScanner in(String where) {
        this.where = where;
        count = 0;
        return this;
    }

    /** The secrets that were found, with their sources. */
    public List<String> found() {
        return found;
    }

    @Override
    public void write(int one) {
        seen[position++ & seen.length - 1] = (byte) one;
        count++;
        window = window << 8 | one & 0xff;
        if (seemsKnown.get(slot(window)) && count >= PREFIX) {
            needles.getOrDefault(window, List.of()).forEach(this::compare);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }

    private void compare(Needle needle) {
        int length = needle.bytes().length;
        if (count < length || found.size() >= MOST_FOUND) {
            return;
        }
        for (int i = 0; i < length; i++) {
            if (seen[position - length + i & seen.length - 1] != needle.bytes()[i]) {
                return;
            }
        }
        found.add("%s in %s: …%s".formatted(needle.name(), where, last(Math.min(count, seen.length))));
    }

    private String last(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = seen[position - length + i & seen.length - 1];
        }
        return new String(bytes, StandardCharsets.UTF_8).replace('\n', ' ');
    }

    private static Set<String> spellings(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> spellings = new java.util.LinkedHashSet<>(List.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(bytes)));
        if (secret.matches("[A-Za-z0-9_-]{22,}")) {
            byte[] key = Base64.getUrlDecoder().decode(secret.substring(0, secret.length() / 4 * 4));
            spellings.add(HexFormat.of().formatHex(key));
        }
        return spellings;
    }

    private static long lastOf(byte[] bytes) {
        long key = 0;
        for (int i = bytes.length - PREFIX; i < bytes.length; i++) {
            key = key << 8 | bytes[i] & 0xff;
        }
        return key;
    }

    private static int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 44);
    }

    private record Needle(String name, byte[] bytes) {}
}
