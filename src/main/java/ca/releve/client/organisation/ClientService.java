package ca.releve.client.organisation;

import ca.releve.client.Client;
import ca.releve.client.ClientStore;
import ca.releve.client.ComingRequests;
import ca.releve.client.FacilitiesForStaff;
import ca.releve.client.Facility;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import ca.releve.web.form.ComingForm;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, edits, deactivates and reactivates clients and their facilities. */
@Service
@Transactional
class ClientService {

    private final ClientStore clients;
    private final FacilitiesForStaff facilities;
    private final ComingRequests coming;
    private final History history;
    private final Clock clock;

    ClientService(
            ClientStore clients, FacilitiesForStaff facilities, ComingRequests coming, History history, Clock clock) {
        this.clients = clients;
        this.facilities = facilities;
        this.coming = coming;
        this.history = history;
        this.clock = clock;
    }

    UUID create(ClientForm form, Actor actor) {
        Client client = new Client(form.getName(), clock);
        requireFreeName(client.name(), client.id());
        clients.save(client);
        record(actor, client, "client.created", null);
        return client.id();
    }

    void edit(UUID id, int version, ClientForm form, Actor actor) {
        Client client = client(id, version);
        requireFreeName(form.getName().strip(), id);
        form.changes(client).record(history, actor, Subject.ofClient(id, id), "client.changed", client.name());
        client.rename(form.getName());
    }

    void deactivate(UUID id, int version, String reason, Actor actor) {
        Client client = client(id, version);
        client.deactivate();
        record(actor, client, "client.deactivated", reason);
    }

    void reactivate(UUID id, int version, Actor actor) {
        Client client = client(id, version);
        client.reactivate();
        record(actor, client, "client.reactivated", null);
    }

    void createFacility(UUID clientId, FacilityForm form, Actor actor) {
        Facility facility = form.toFacility(clients.findById(clientId).orElseThrow(NotFound::new));
        requireFreeName(clientId, facility.name(), facility.id());
        facilities.save(facility);
        record(actor, facility, "facility.created", null);
    }

    void editFacility(UUID clientId, UUID id, int version, FacilityForm form, Actor actor) {
        Facility facility = facility(clientId, id, version);
        requireFreeName(clientId, form.getName().strip(), id);
        form.changes(facility)
                .record(history, actor, Subject.ofClient(clientId, id), "facility.changed", facility.name());
        form.apply(facility);
    }

    /**
     * Deactivates a facility, after cancelling the requests that the form names.
     *
     * @throws StaleVersion if the form does not say what happens to one of its requests
     */
    void deactivateFacility(UUID clientId, UUID id, int version, ComingForm form, Actor actor) {
        Facility facility = facility(clientId, id, version);
        coming.cancel(form.takenBack(coming.ofFacility(id)), form.reasonOrNull(), actor);
        if (!form.decides(coming.ofFacility(id))) {
            throw new StaleVersion();
        }
        facility.deactivate();
        record(actor, facility, "facility.deactivated", form.getReason());
    }

    void reactivateFacility(UUID clientId, UUID id, int version, Actor actor) {
        Facility facility = facility(clientId, id, version);
        facility.reactivate();
        record(actor, facility, "facility.reactivated", null);
    }

    private Client client(UUID id, int version) {
        Client client = clients.findById(id).orElseThrow(NotFound::new);
        client.requireVersion(version);
        return client;
    }

    private Facility facility(UUID clientId, UUID id, int version) {
        Facility facility = facilities.findByIdAndClientId(id, clientId).orElseThrow(NotFound::new);
        facility.requireVersion(version);
        return facility;
    }

    private void requireFreeName(String name, UUID except) {
        if (clients.existsByNameAndIdNot(name, except)) {
            throw new RuleViolation("rule.client.name-taken");
        }
    }

    private void requireFreeName(UUID clientId, String name, UUID except) {
        if (facilities.existsByClientIdAndNameAndIdNot(clientId, name, except)) {
            throw new RuleViolation("rule.facility.name-taken");
        }
    }

    private void record(Actor actor, Client client, String event, String reason) {
        history.record(actor, Subject.ofClient(client.id(), client.id()), event, reason, Fact.text(client.name()));
    }

    private void record(Actor actor, Facility facility, String event, String reason) {
        history.record(
                actor, Subject.ofClient(facility.clientId(), facility.id()), event, reason, Fact.text(facility.name()));
    }
}
