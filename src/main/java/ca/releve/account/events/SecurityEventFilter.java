package ca.releve.account.events;

import ca.releve.web.WallClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.validation.Errors;

/** What the security events are narrowed by. The fields are named as in the address, which people read and keep. */
class SecurityEventFilter {

    /** The database has no moments of long after. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private String evenement = "";
    private String personne = "";
    private String adresse = "";
    private LocalDate du;
    private LocalDate au;
    private Instant avant;
    private UUID avantId;

    /** Where the page before this one ended. */
    record Place(Instant at, UUID id) {}

    /** A period that ends before it starts holds nothing: the person is told rather than shown nothing. */
    void check(Errors errors) {
        if (du != null && au != null && au.isBefore(du)) {
            errors.rejectValue("au", "requests.filter.period");
        }
    }

    Optional<String> word() {
        return Optional.of(evenement).filter(SecurityVocabulary.WORDS::contains);
    }

    Optional<String> person() {
        return typed(personne);
    }

    Optional<String> machine() {
        return typed(adresse);
    }

    Optional<Instant> from(ZoneId zone) {
        return Optional.ofNullable(du).map(it -> WallClock.startOf(it, zone));
    }

    /** The last day is part of the period. */
    Optional<Instant> until(ZoneId zone) {
        return Optional.ofNullable(au).map(it -> WallClock.startOf(it.plusDays(1), zone));
    }

    Optional<Place> place() {
        boolean isPlace = avant != null && avantId != null && avant.isAfter(Instant.EPOCH) && avant.isBefore(END);
        return isPlace ? Optional.of(new Place(avant, avantId)) : Optional.empty();
    }

    public boolean isSet() {
        return word().isPresent() || person().isPresent() || machine().isPresent() || du != null || au != null;
    }

    /** What stands in the address, without the place; what is not set is left out. */
    Map<String, String> inAddress() {
        Map<String, String> set = new LinkedHashMap<>();
        word().ifPresent(it -> set.put("evenement", it));
        person().ifPresent(it -> set.put("personne", it));
        machine().ifPresent(it -> set.put("adresse", it));
        Optional.ofNullable(du).ifPresent(it -> set.put("du", it.toString()));
        Optional.ofNullable(au).ifPresent(it -> set.put("au", it.toString()));
        return set;
    }

    private static Optional<String> typed(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(it -> !it.isEmpty());
    }

    public String getEvenement() {
        return evenement;
    }

    public void setEvenement(String evenement) {
        this.evenement = evenement;
    }

    public String getPersonne() {
        return personne;
    }

    public void setPersonne(String personne) {
        this.personne = personne;
    }

    public String getAdresse() {
        return adresse;
    }

    public void setAdresse(String adresse) {
        this.adresse = adresse;
    }

    public LocalDate getDu() {
        return du;
    }

    public void setDu(LocalDate du) {
        this.du = du;
    }

    public LocalDate getAu() {
        return au;
    }

    public void setAu(LocalDate au) {
        this.au = au;
    }

    public Instant getAvant() {
        return avant;
    }

    public void setAvant(Instant avant) {
        this.avant = avant;
    }

    public UUID getAvantId() {
        return avantId;
    }

    public void setAvantId(UUID avantId) {
        this.avantId = avantId;
    }
}
