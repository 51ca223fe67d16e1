package ca.releve.web;

/**
 * Hours as somebody typed them, with or without a sign.
 *
 * @param minutes signed whole minutes
 */
public record Hours(int minutes) {}
