package ca.releve.local;

import java.util.List;

/** The managers and the staff of the demonstration. */
final class DemoPeople {

    static final Person MARIE =
            new Person("Marie", "Tremblay", "marie@petits-erables.example", "gestionnaire, CPE Les Petits Érables");
    static final Person NADIA =
            new Person("Nadia", "Haddad", "nadia@mer-et-monde.example", "gestionnaire, CPE Mer et Monde");
    static final Person CHANTAL =
            new Person("Chantal", "Bouchard", "chantal@relayeuses.example", "répartitrice du service");
    static final Person LOUISE =
            new Person("Louise", "Gauthier", "louise@relayeuses.example", "administratrice du service");

    /** Invited, without an account. */
    static final Person HELENE =
            new Person("Hélène", "Morin", "helene@relayeuses.example", "répartitrice du service, sans compte");

    /** With a disabled account. */
    static final Person SYLVIE =
            new Person("Sylvie", "Caron", "sylvie@relayeuses.example", "répartitrice du service, compte désactivé");

    /** With an account that is not confirmed. */
    static final Person JULIE =
            new Person("Julie", "Côté", "julie@mer-et-monde.example", "gestionnaire, compte à confirmer");

    /** Asks for access from another address than the manager of the same name. */
    static final Person ANOTHER_MARIE =
            new Person("Marie", "Tremblay", "m.tremblay@petits-erables.example", "inconnue du service");

    /** The people who can sign in. */
    static final List<Person> CAN_SIGN_IN = List.of(MARIE, NADIA, CHANTAL, LOUISE);

    private DemoPeople() {}

    /** @param who function and organisation, in French */
    record Person(String firstName, String lastName, String email, String who) {}
}
