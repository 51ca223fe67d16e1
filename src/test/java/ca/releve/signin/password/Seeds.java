package ca.releve.signin.password;

import java.util.Random;

/** Seeds of generated cases. The seed is printed, and {@code -Dtest.seed=…} repeats the cases. */
public final class Seeds {

    private Seeds() {}

    public static long next(String property) {
        long seed = Long.getLong("test.seed", new Random().nextLong());
        System.out.println(property + ": -Dtest.seed=" + seed);
        return seed;
    }

    public static String text(Random random, String alphabet, int longest) {
        return random.ints(random.nextInt(longest + 1), 0, alphabet.length())
                .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                .reduce("", String::concat);
    }
}
