package ca.releve.web;

/** What somebody searches for, as a pattern of {@code like}: anywhere in the text, and never a wildcard of its own. */
public final class LikeText {

    private static final int LONGEST = 100;

    private LikeText() {}

    /** @return null if nothing is searched for */
    public static String anywhere(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = typed.strip();
        String cut = text.substring(0, Math.min(LONGEST, text.length()));
        return "%" + cut.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }
}
