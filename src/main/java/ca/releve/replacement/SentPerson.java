package ca.releve.replacement;

/** Who comes, or came, to a shift, as far as the service's pages say it. */
public record SentPerson(String name, boolean qualified, String phone) {}
