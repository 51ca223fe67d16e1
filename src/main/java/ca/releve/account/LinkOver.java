package ca.releve.account;

/** The mailed link opens nothing: wrong, used, expired or superseded, which nobody is told apart. */
public class LinkOver extends RuntimeException {}
