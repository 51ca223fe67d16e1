package ca.releve.web;

import java.util.Random;

/** Generated cases that can be played again: the seed is printed, and {@code -Dtest.seed=…} brings it back. */
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
