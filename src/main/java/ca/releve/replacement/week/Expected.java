package ca.releve.replacement.week;

/**
 * What the shifts of some days come to.
 *
 * @param shifts how many there are, as far as they were read
 * @param substitutes how many people are confirmed or came, each once
 * @param open shifts to be filled
 * @param toReconfirm shifts whose substitute has to confirm again
 */
public record Expected(int shifts, int substitutes, int open, int toReconfirm) {

    /** The most shifts that are read and shown. */
    public static final int MAX_READ = 200;

    /** Whether there are more shifts than were read, so that the other numbers say nothing. */
    public boolean many() {
        return shifts > MAX_READ;
    }
}
