package ca.releve.account;

/** The mailed link is wrong, used, expired or superseded; the response does not tell which. */
public class LinkExpiredException extends RuntimeException {}
