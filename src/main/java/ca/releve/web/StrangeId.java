package ca.releve.web;

/**
 * Somebody asked for something by an id that is not there or not hers; which of the two is told nobody.
 *
 * @param path the address that she asked for
 */
public record StrangeId(String path) {}
