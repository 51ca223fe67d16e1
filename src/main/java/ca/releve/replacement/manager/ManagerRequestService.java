package ca.releve.replacement.manager;

import ca.releve.account.CurrentAccount;
import ca.releve.catalog.CatalogChoices;
import ca.releve.catalog.Catalogs;
import ca.releve.client.Facilities;
import ca.releve.client.Facility;
import ca.releve.history.Changes;
import ca.releve.history.Fact;
import ca.releve.replacement.Need;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequests;
import ca.releve.shared.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the requests of a manager: edits, deletes, cancels and answers. */
@Service
@Transactional
class ManagerRequestService {

    private final ReplacementRequests requests;
    private final Facilities facilities;
    private final Catalogs catalogs;
    private final Clock clock;

    ManagerRequestService(ReplacementRequests requests, Facilities facilities, Catalogs catalogs, Clock clock) {
        this.requests = requests;
        this.facilities = facilities;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    void edit(UUID id, int version, UUID facilityId, Need need, CurrentAccount me) {
        ReplacementRequest request = requests.get(id, me.scope());
        request.requireVersion(version);
        Facility before = facility(request.facilityId(), me);
        Facility after = facility(facilityId, me);
        CatalogChoices french = catalogs.in(Locale.CANADA_FRENCH);
        Changes moved = new Changes()
                .fact(
                        "field.facilityId",
                        Fact.facility(before.id(), before.name()),
                        Fact.facility(after.id(), after.name()));
        Changes changes = request.need().changesTo(need, french, moved);
        request.edit(after, need, facts(changes), me.actor(), clock);
        requests.save(request);
    }

    void delete(UUID id, int version, CurrentAccount me) {
        ReplacementRequest request = requests.get(id, me.scope());
        request.requireVersion(version);
        request.delete(me.actor());
        requests.delete(request);
    }

    void cancel(UUID id, int version, String reason, CurrentAccount me) {
        ReplacementRequest request = requests.get(id, me.scope());
        request.requireVersion(version);
        request.cancel(reason, me.actor(), clock);
        requests.save(request);
    }

    void giveInfo(UUID id, int version, String answer, CurrentAccount me) {
        ReplacementRequest request = requests.get(id, me.scope());
        request.requireVersion(version);
        request.giveInfo(answer, me.actor(), clock);
        requests.save(request);
    }

    void cancelShift(UUID id, UUID shiftId, int version, String reason, CurrentAccount me) {
        ReplacementRequest request = requests.get(id, me.scope());
        request.shift(shiftId).requireVersion(version);
        request.cancelShift(shiftId, reason, me.actor(), clock);
        requests.save(request);
    }

    private Facility facility(UUID id, CurrentAccount me) {
        return facilities.find(id, me.scope()).orElseThrow(NotFound::new);
    }

    private static List<String> facts(Changes changes) {
        return changes.list().stream()
                .flatMap(it -> Stream.of(Fact.message(it.field()), it.before(), it.after()))
                .toList();
    }
}
