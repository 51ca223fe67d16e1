package ca.releve.client;

import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.NotFound;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is a known manager, and of what: made by hand, or out of somebody who asked for access. */
@Service
@Transactional
class ManagerService {

    private final ClientStore clients;
    private final FacilitiesForStaff facilities;
    private final ClientManagerStore managers;
    private final AccessRequestStore requests;
    private final KnownAddresses addresses;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ManagerService(
            ClientStore clients,
            FacilitiesForStaff facilities,
            ClientManagerStore managers,
            AccessRequestStore requests,
            KnownAddresses addresses,
            History history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.clients = clients;
        this.facilities = facilities;
        this.managers = managers;
        this.requests = requests;
        this.addresses = addresses;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    void create(UUID clientId, ManagerForm form, EmailAddress address, Actor actor) {
        ClientManager manager = form.toManager(clients.findById(clientId).orElseThrow(NotFound::new), address);
        open(manager, form);
        add(manager, address, "manager.created", actor);
        // Somebody who asked for access before she was known is waiting for an answer.
        requests.findOpen(address.canonical()).ifPresent(request -> {
            request.accept(clock);
            events.publishEvent(AccessGranted.to(manager));
        });
    }

    void edit(UUID clientId, UUID id, int version, ManagerForm form, EmailAddress address, Actor actor) {
        ClientManager manager = manager(clientId, id, version);
        addresses.requireFree(address, id);
        form.changes(manager, facilities.ofClient(clientId))
                .record(history, actor, Subject.ofClient(clientId, id), "manager.changed", manager.name());
        EmailAddress former = manager.address();
        form.apply(manager, address);
        open(manager, form);
        if (!former.equals(address)) {
            events.publishEvent(new ManagerMoved(id, address));
        }
    }

    void deactivate(UUID clientId, UUID id, int version, String reason, Actor actor) {
        ClientManager manager = manager(clientId, id, version);
        manager.deactivate();
        tell(actor, manager, "manager.deactivated", reason);
    }

    void reactivate(UUID clientId, UUID id, int version, Actor actor) {
        ClientManager manager = manager(clientId, id, version);
        manager.reactivate();
        tell(actor, manager, "manager.reactivated", null);
    }

    /** Makes a manager of all installations of a client out of somebody who asked for access. */
    ClientManager accept(UUID requestId, AcceptanceForm form, Actor actor) {
        AccessRequest request = requests.findById(requestId).orElseThrow(NotFound::new);
        request.accept(clock);
        Client client = clients.findById(form.getClientId()).orElseThrow(NotFound::new);
        EmailAddress address = EmailAddress.parse(request.email()).orElseThrow();
        ClientManager manager = new ClientManager(client, form.getFirstName(), form.getLastName(), address, "");
        add(manager, address, "manager.accepted", actor);
        events.publishEvent(AccessGranted.to(manager));
        return manager;
    }

    void dismiss(UUID requestId, Actor actor) {
        AccessRequest request = requests.findById(requestId).orElseThrow(NotFound::new);
        request.dismiss(clock);
        history.record(
                actor,
                Subject.ofService(requestId),
                "access.dismissed",
                null,
                Fact.text(request.name()),
                Fact.text(request.email()));
    }

    private void add(ClientManager manager, EmailAddress address, String event, Actor actor) {
        addresses.requireFree(address, manager.id());
        managers.save(manager);
        tell(actor, manager, event, null);
    }

    private void open(ClientManager manager, ManagerForm form) {
        if (form.getAllFacilities()) {
            manager.openAllFacilities();
        } else {
            manager.limitTo(facilities.findByClientIdAndIdIn(manager.clientId(), form.getFacilityIds()));
        }
    }

    private ClientManager manager(UUID clientId, UUID id, int version) {
        ClientManager manager = managers.findByIdAndClientId(id, clientId).orElseThrow(NotFound::new);
        manager.requireVersion(version);
        return manager;
    }

    private void tell(Actor actor, ClientManager manager, String event, String reason) {
        history.record(
                actor,
                Subject.ofClient(manager.clientId(), manager.id()),
                event,
                reason,
                Fact.text(manager.name()),
                Fact.text(manager.email()));
    }
}
