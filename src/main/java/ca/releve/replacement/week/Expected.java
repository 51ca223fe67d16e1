package ca.releve.replacement.week;

/**
 * What some shifts come to.
 *
 * @param substitutes how many people are confirmed or came, each once
 * @param open shifts to be filled
 * @param toReconfirm shifts whose substitute has to confirm again
 */
public record Expected(int substitutes, int open, int toReconfirm) {}
