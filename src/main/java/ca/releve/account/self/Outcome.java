package ca.releve.account.self;

import java.util.Arrays;
import java.util.Optional;

/** What came of the answer of one mailbox; each has a page of its own, which says what is next. */
enum Outcome {
    /** The other mailbox has not answered yet. */
    WAITING("en-attente"),
    /** She signs in with the new address from now on. */
    DONE("fait"),
    /** It was refused: the old address stays. */
    REFUSED("refuse"),
    /** Meanwhile the new address has become another person's. */
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
