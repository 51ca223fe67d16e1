package ca.releve.client.manager;

import ca.releve.client.AccessGranted;
import ca.releve.client.AccessRequestStore;
import ca.releve.client.ClientManager;
import ca.releve.client.ClientManagerStore;
import ca.releve.client.ClientStore;
import ca.releve.client.ComingRequests;
import ca.releve.client.FacilitiesForStaff;
import ca.releve.client.KnownAddresses;
import ca.releve.client.ManagerEmailChanged;
import ca.releve.format.EmailAddress;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.NotFound;
import ca.releve.shared.StaleVersion;
import ca.releve.web.form.ComingForm;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and deactivates the managers of a client. */
@Service
@Transactional
class ManagerService {

    private final ClientStore clients;
    private final FacilitiesForStaff facilities;
    private final ClientManagerStore managers;
    private final AccessRequestStore requests;
    private final KnownAddresses addresses;
    private final ComingRequests coming;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ManagerService(
            ClientStore clients,
            FacilitiesForStaff facilities,
            ClientManagerStore managers,
            AccessRequestStore requests,
            KnownAddresses addresses,
            ComingRequests coming,
            History history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.clients = clients;
        this.facilities = facilities;
        this.managers = managers;
        this.requests = requests;
        this.addresses = addresses;
        this.coming = coming;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    void create(UUID clientId, ManagerForm form, Actor actor) {
        ClientManager manager = form.toManager(clients.findById(clientId).orElseThrow(NotFound::new));
        limit(manager, form);
        addresses.requireFree(manager.address(), manager.id());
        managers.save(manager);
        record(actor, manager, "manager.created", null);
        // The person may have asked for access before the service knew them; the request is answered now.
        requests.findOpen(manager.emailCanonical()).ifPresent(request -> request.accept(clock));
        events.publishEvent(AccessGranted.to(manager));
    }

    void edit(UUID clientId, UUID id, int version, ManagerForm form, Actor actor) {
        ClientManager manager = manager(clientId, id, version);
        addresses.requireFree(form.address(), id);
        form.changes(manager, facilities.ofClient(clientId))
                .record(history, actor, Subject.ofClient(clientId, id), "manager.changed", manager.name());
        EmailAddress former = manager.address();
        form.apply(manager);
        limit(manager, form);
        if (!former.equals(manager.address())) {
            events.publishEvent(new ManagerEmailChanged(id, manager.address()));
        }
    }

    /**
     * Deactivates a manager, and cancels the requests that the form names.
     *
     * @throws StaleVersion if the form does not say what happens to one of the manager's requests
     */
    void deactivate(UUID clientId, UUID id, int version, ComingForm form, Actor actor) {
        ClientManager manager = manager(clientId, id, version);
        manager.deactivate();
        // From here on mails about the manager's requests go to the others who see the facility, also those of a
        // cancellation.
        managers.flush();
        coming.cancel(form.takenBack(coming.ofManager(id)), form.reasonOrNull(), actor);
        if (!form.decides(coming.ofManager(id))) {
            throw new StaleVersion();
        }
        record(actor, manager, "manager.deactivated", form.getReason());
    }

    void reactivate(UUID clientId, UUID id, int version, Actor actor) {
        ClientManager manager = manager(clientId, id, version);
        manager.reactivate();
        record(actor, manager, "manager.reactivated", null);
    }

    private void limit(ClientManager manager, ManagerForm form) {
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

    private void record(Actor actor, ClientManager manager, String event, String reason) {
        history.record(
                actor,
                Subject.ofClient(manager.clientId(), manager.id()),
                event,
                reason,
                Fact.text(manager.name()),
                Fact.text(manager.email()));
    }
}
