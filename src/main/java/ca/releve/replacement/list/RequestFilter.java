package ca.releve.replacement.list;

import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.SearchText;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.validation.Errors;

/** What a list of requests is narrowed by. The fields are named as in the address, which people read and keep. */
class RequestFilter {

    /** Every request, where the page does not show all of them by itself. */
    static final String EVERY_STATUS = "TOUS";

    private String statut;
    private UUID client;
    private UUID installation;
    private LocalDate du;
    private LocalDate au;

    @Size(max = 100, message = "{requests.filter.text.long}")
    private String texte;

    /** A period that ends before it starts holds nothing: the person is told rather than shown nothing. */
    void check(Errors errors) {
        if (hasStatus() && !statut.equals(EVERY_STATUS) && status().isEmpty()) {
            errors.rejectValue("statut", "requests.filter.status");
        }
        if (du != null && au != null && au.isBefore(du)) {
            errors.rejectValue("au", "requests.filter.period");
        }
    }

    /** What stands in the address, in the order of the page; what is not set is left out. */
    Map<String, String> inAddress() {
        Map<String, String> set = new LinkedHashMap<>();
        put(set, "statut", hasStatus() ? statut : null);
        put(set, "client", client);
        put(set, "installation", installation);
        put(set, "du", du);
        put(set, "au", au);
        put(set, "texte", texte == null || texte.isBlank() ? null : texte.strip());
        return set;
    }

    private static void put(Map<String, String> set, String name, Object value) {
        if (value != null) {
            set.put(name, Objects.toString(value));
        }
    }

    private boolean hasStatus() {
        return statut != null && !statut.isBlank();
    }

    /** What the service sees unless a status is asked for: the requests that wait for it. */
    boolean onlyWork() {
        return !hasStatus();
    }

    /** The one status that is wanted; empty for several. */
    Optional<RequestStatus> status() {
        return Arrays.stream(RequestStatus.values())
                .filter(it -> it.name().equals(statut))
                .findFirst();
    }

    /** The typed text as it is searched; empty for none. */
    String searched() {
        return texte == null ? "" : SearchText.of(texte);
    }

    public String getStatut() {
        return statut;
    }

    public void setStatut(String statut) {
        this.statut = statut;
    }

    public UUID getClient() {
        return client;
    }

    public void setClient(UUID client) {
        this.client = client;
    }

    public UUID getInstallation() {
        return installation;
    }

    public void setInstallation(UUID installation) {
        this.installation = installation;
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

    public String getTexte() {
        return texte;
    }

    public void setTexte(String texte) {
        this.texte = texte;
    }
}
