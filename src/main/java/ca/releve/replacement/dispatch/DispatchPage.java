package ca.releve.replacement.dispatch;

import ca.releve.replacement.ReplacementRequestsForStaff;
import ca.releve.shared.NotFound;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the service's pages on one request show of it. */
@Component
class DispatchPage {

    private final ReplacementRequestsForStaff requests;
    private final DispatchReads reads;
    private final Clock clock;

    DispatchPage(ReplacementRequestsForStaff requests, DispatchReads reads, Clock clock) {
        this.requests = requests;
        this.reads = reads;
        this.clock = clock;
    }

    static String address(UUID requestId) {
        return "/admin/demandes/" + requestId;
    }

    /** The request, its shifts, and whom to call. */
    StaffRequest fill(UUID id, Locale locale, Model page) {
        StaffRequest request = StaffRequest.of(requests.get(id), reads.people(id), clock);
        page.addAttribute("request", request);
        page.addAttribute("dossier", reads.dossier(id, locale));
        page.addAttribute("now", clock.instant());
        return request;
    }

    /** @throws NotFound if it is none of the request's shifts */
    static StaffRequest.Line shift(StaffRequest request, UUID shiftId) {
        return request.shifts().stream()
                .filter(it -> it.id().equals(shiftId))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
