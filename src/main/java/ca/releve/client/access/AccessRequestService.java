package ca.releve.client.access;

import ca.releve.client.AccessGranted;
import ca.releve.client.AccessRequest;
import ca.releve.client.AccessRequestStore;
import ca.releve.client.Client;
import ca.releve.client.ClientManager;
import ca.releve.client.ClientManagerStore;
import ca.releve.client.ClientStore;
import ca.releve.client.KnownAddresses;
import ca.releve.format.EmailAddress;
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

/** Accepts and dismisses requests for access. */
@Service
@Transactional
class AccessRequestService {

    private final AccessRequestStore requests;
    private final ClientStore clients;
    private final ClientManagerStore managers;
    private final KnownAddresses addresses;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccessRequestService(
            AccessRequestStore requests,
            ClientStore clients,
            ClientManagerStore managers,
            KnownAddresses addresses,
            History history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.clients = clients;
        this.managers = managers;
        this.addresses = addresses;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** Makes the person who asked a manager of all installations of a client. */
    ClientManager accept(UUID requestId, AcceptanceForm form, Actor actor) {
        AccessRequest request = requests.findById(requestId).orElseThrow(NotFound::new);
        request.accept(clock);
        Client client = clients.findById(form.getClientId()).orElseThrow(NotFound::new);
        EmailAddress address = EmailAddress.parse(request.email()).orElseThrow();
        ClientManager manager = new ClientManager(client, form.getFirstName(), form.getLastName(), address, "");
        addresses.requireFree(address, manager.id());
        managers.save(manager);
        history.record(
                actor,
                Subject.ofClient(manager.clientId(), manager.id()),
                "manager.accepted",
                null,
                Fact.text(manager.name()),
                Fact.text(manager.email()));
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
}
