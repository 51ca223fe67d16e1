package ca.releve.web;

/** A request for an id that does not exist or that belongs to another client. */
public record UnknownIdEvent(String path) {}
