package ca.releve.local;

import java.util.List;

/** The people of the demo data. */
final class DemoPeople {

    static final DemoPeople.Person MARIE =
            new Person("Marie", "Tremblay", "marie@petits-erables.example", "gestionnaire, CPE Les Petits Érables");
    static final DemoPeople.Person NADIA =
            new Person("Nadia", "Haddad", "nadia@mer-et-monde.example", "gestionnaire, CPE Mer et Monde");
    static final DemoPeople.Person CHANTAL =
            new Person("Chantal", "Bouchard", "chantal@relayeuses.example", "répartitrice du service");
    static final DemoPeople.Person LOUISE =
            new Person("Louise", "Gauthier", "louise@relayeuses.example", "administratrice du service");

    /** Invited; she has not created her account. */
    static final DemoPeople.Person HELENE =
            new Person("Hélène", "Morin", "helene@relayeuses.example", "répartitrice du service, sans compte");

    /** Her account is disabled. */
    static final DemoPeople.Person SYLVIE =
            new Person("Sylvie", "Caron", "sylvie@relayeuses.example", "répartitrice du service, compte désactivé");

    /** She has not confirmed her account. */
    static final DemoPeople.Person JULIE =
            new Person("Julie", "Côté", "julie@mer-et-monde.example", "gestionnaire, compte à confirmer");

    /** Those who can sign in. */
    static final List<Person> ALL = List.of(MARIE, NADIA, CHANTAL, LOUISE);

    private DemoPeople() {}

    /** Somebody of the demo data. */
    record Person(String firstName, String lastName, String email, String who) {}
}
