package ca.releve.privacy;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The kinds of persons whose data the portal keeps. */
public enum PersonKind {
    /** A remplaçante. */
    SUBSTITUTE("remplacantes"),
    /** A gestionnaire of a client, with the account. */
    MANAGER("gestionnaires"),
    /** A member of the service's staff, with the account. */
    STAFF("personnel");

    private final String slug;

    PersonKind(String slug) {
        this.slug = slug;
    }

    /** The part of a path that names the kind. */
    public String slug() {
        return slug;
    }

    static Optional<PersonKind> of(String slug) {
        return Stream.of(values()).filter(it -> it.slug.equals(slug)).findFirst();
    }

    /** The path of the pages about the personal data of a person. */
    String address(UUID id) {
        return "/admin/renseignements/" + slug + "/" + id;
    }
}
