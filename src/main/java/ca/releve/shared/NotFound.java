package ca.releve.shared;

/** What was asked for does not exist, or is not the asker's to see: both get the same answer. */
public class NotFound extends RuntimeException {}
