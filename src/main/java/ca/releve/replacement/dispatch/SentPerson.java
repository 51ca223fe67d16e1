package ca.releve.replacement.dispatch;

/** Who comes, or came, to a shift, as far as the service's pages say it. */
record SentPerson(String name, boolean qualified, String phone) {}
