package ca.releve.client;

import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administratrice does with clients and their installations. */
@Service
@Transactional
class ClientService {

    static final String NAME_TAKEN = "rule.client.name-taken";
    static final String FACILITY_NAME_TAKEN = "rule.facility.name-taken";

    private final ClientStore clients;
    private final FacilitiesForStaff facilities;
    private final History history;
    private final Clock clock;

    ClientService(ClientStore clients, FacilitiesForStaff facilities, History history, Clock clock) {
        this.clients = clients;
        this.facilities = facilities;
        this.history = history;
        this.clock = clock;
    }

    UUID create(ClientForm form, Actor actor) {
        Client client = new Client(form.getName(), clock);
        requireFreeName(client.name(), client.id());
        clients.save(client);
        tell(actor, client, "client.created", null);
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
        tell(actor, client, "client.deactivated", reason);
    }

    void reactivate(UUID id, int version, Actor actor) {
        Client client = client(id, version);
        client.reactivate();
        tell(actor, client, "client.reactivated", null);
    }

    void createFacility(UUID clientId, FacilityForm form, Actor actor) {
        Facility facility = form.toFacility(clients.findById(clientId).orElseThrow(NotFound::new));
        requireFreeName(clientId, facility.name(), facility.id());
        facilities.save(facility);
        tell(actor, facility, "facility.created", null);
    }

    void editFacility(UUID clientId, UUID id, int version, FacilityForm form, Actor actor) {
        Facility facility = facility(clientId, id, version);
        requireFreeName(clientId, form.getName().strip(), id);
        form.changes(facility)
                .record(history, actor, Subject.ofClient(clientId, id), "facility.changed", facility.name());
        form.apply(facility);
    }

    void deactivateFacility(UUID clientId, UUID id, int version, String reason, Actor actor) {
        Facility facility = facility(clientId, id, version);
        facility.deactivate();
        tell(actor, facility, "facility.deactivated", reason);
    }

    void reactivateFacility(UUID clientId, UUID id, int version, Actor actor) {
        Facility facility = facility(clientId, id, version);
        facility.reactivate();
        tell(actor, facility, "facility.reactivated", null);
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
            throw new RuleViolation(NAME_TAKEN);
        }
    }

    private void requireFreeName(UUID clientId, String name, UUID except) {
        if (facilities.existsByClientIdAndNameAndIdNot(clientId, name, except)) {
            throw new RuleViolation(FACILITY_NAME_TAKEN);
        }
    }

    private void tell(Actor actor, Client client, String event, String reason) {
        history.record(actor, Subject.ofClient(client.id(), client.id()), event, reason, Fact.text(client.name()));
    }

    private void tell(Actor actor, Facility facility, String event, String reason) {
        history.record(
                actor, Subject.ofClient(facility.clientId(), facility.id()), event, reason, Fact.text(facility.name()));
    }
}
