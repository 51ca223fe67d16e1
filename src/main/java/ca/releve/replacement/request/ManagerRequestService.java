package ca.releve.replacement.request;

import ca.releve.account.CurrentAccount;
import ca.releve.catalog.CatalogChoices;
import ca.releve.catalog.Catalogs;
import ca.releve.client.Facilities;
import ca.releve.client.Facility;
import ca.releve.history.Changes;
import ca.releve.history.Fact;
import ca.releve.replacement.BookingsForStaff;
import ca.releve.replacement.Need;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequests;
import ca.releve.replacement.ReplacementRequestsForStaff;
import ca.releve.shared.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a manager does with the requests of her installations. */
@Service
@Transactional
class ManagerRequestService {

    private final ReplacementRequests requests;
    private final Facilities facilities;
    private final Catalogs catalogs;
    private final ReplacementRequestsForStaff everyRequest;
    private final BookingsForStaff bookings;
    private final Clock clock;

    ManagerRequestService(
            ReplacementRequests requests,
            Facilities facilities,
            Catalogs catalogs,
            ReplacementRequestsForStaff everyRequest,
            BookingsForStaff bookings,
            Clock clock) {
        this.requests = requests;
        this.facilities = facilities;
        this.catalogs = catalogs;
        this.everyRequest = everyRequest;
        this.bookings = bookings;
        this.clock = clock;
    }

    UUID create(UUID facilityId, Need need, CurrentAccount me) {
        Facility facility = facility(facilityId, me);
        ReplacementRequest request = new ReplacementRequest(freeCode(), facility, need, me.actor(), clock);
        makeFindable(request, facility, catalogs.in(Locale.CANADA_FRENCH));
        return requests.save(request).id();
    }

    void edit(UUID id, int version, UUID facilityId, Need need, CurrentAccount me) {
        ReplacementRequest request = requests.get(id, me.scope());
        request.requireVersion(version);
        Facility before = facility(request.facilityId(), me);
        Facility after = facility(facilityId, me);
        CatalogChoices french = catalogs.in(Locale.CANADA_FRENCH);
        Changes changes = request.need()
                .changesTo(need, french, new Changes().text("field.facilityId", before.name(), after.name()));
        request.edit(after, need, facts(changes), me.actor(), clock);
        makeFindable(request, after, french);
        bookings.namesIn(id).forEach(request::findable);
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

    private String freeCode() {
        return Stream.generate(RequestCode::random)
                .filter(code -> !everyRequest.existsByCode(code))
                .findFirst()
                .orElseThrow();
    }

    private void makeFindable(ReplacementRequest request, Facility facility, CatalogChoices french) {
        CatalogChoices english = catalogs.in(Locale.CANADA);
        Need need = request.need();
        request.findableOnlyBy(
                facility.name(),
                french.nameOf(need.jobFunctionId()),
                english.nameOf(need.jobFunctionId()),
                french.nameOf(need.ageGroupId()),
                english.nameOf(need.ageGroupId()),
                french.nameOf(need.taskTypeId()),
                english.nameOf(need.taskTypeId()),
                need.notes());
    }

    private static List<String> facts(Changes changes) {
        return changes.list().stream()
                .flatMap(it -> Stream.of(Fact.message(it.field()), it.before(), it.after()))
                .toList();
    }
}
