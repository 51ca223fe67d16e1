package ca.releve.web;

/**
 * A line of the error summary.
 *
 * @param fieldId id of the input to link to
 * @param text what is wrong and how to mend it, in the reader's language
 */
public record Problem(String fieldId, String text) {}
