package ca.releve.shared;

/** Somebody else changed the thing after this person opened the page (INT-01). */
public class StaleVersion extends RuntimeException {}
