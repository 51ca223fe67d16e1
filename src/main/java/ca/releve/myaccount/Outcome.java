package ca.releve.myaccount;

import java.util.Arrays;
import java.util.Optional;

/** The result of an answer; each has a page that says what comes next. */
enum Outcome {
    /** The other mailbox has not answered yet. */
    WAITING("en-attente"),
    /** The new address is in use. */
    DONE("fait"),
    /** The change was refused. */
    REFUSED("refuse"),
    /** The new address has become another person's. */
    TAKEN("impossible");

    private final String slug;

    Outcome(String slug) {
        this.slug = slug;
    }

    static Optional<Outcome> of(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug.equals(slug)).findFirst();
    }

    String slug() {
        return slug;
    }
}
