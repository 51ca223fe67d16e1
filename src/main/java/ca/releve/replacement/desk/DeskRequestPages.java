package ca.releve.replacement.desk;

import ca.releve.replacement.NoticeKind;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequestsForStaff;
import ca.releve.replacement.Shift;
import ca.releve.replacement.ShiftStatus;
import ca.releve.replacement.notice.NoticeRow;
import ca.releve.shared.NotFound;
import ca.releve.shared.RecordRowMapper;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Reads a request for the pages of the staff. */
@Component
class DeskRequestPages {

    /** One row for each notice of an assignment, for an assignment without any, and for a request without assignments. */
    private static final String FACTS = """
            select c.id as place_client_id, c.name as place_client, f.id as place_facility_id, f.name as place_facility,
                   f.street as place_street,
                   f.city as place_city, f.postal_code as place_postal_code, f.phone as place_phone,
                   f.instructions as place_instructions,
                   r.job_function_id as need_job_function_id, r.qualified as need_qualified, r.notes as need_notes,
                   r.same_person as need_wish_same_person,
                   r.preferred_id as need_wish_preferred_id, r.preferred_name as need_wish_preferred_name,
                   case when :english then j.name_en else j.name_fr end as need_job_function,
                   case when :english then g.name_en else g.name_fr end as need_age_group,
                   case when :english then t.name_en else t.name_fr end as need_task_type,
                   coalesce(m.first_name || ' ' || m.last_name, r.created_by_name) as sender_name,
                   m.phone as sender_phone, m.email as sender_email, r.submitted_at as sender_submitted_at,
                   r.decision_reason, r.decision_by, r.decision_at,
                   s.id as shift_id, u.full_name as person_name, u.qualified as person_qualified,
                   u.phone as person_phone, u.email as person_email, u.id as person_id, b.status <> 'CANCELLED' as expected,
                   n.id as notice_id, n.version as notice_version, n.kind as notice_kind, n.channel as notice_channel,
                   n.starts_at as notice_starts_at, u.full_name as notice_person_name,
                   u.phone as notice_person_phone, n.queued_at as notice_told_queued_at,
                   n.queued_by as notice_told_queued_by, n.left_at as notice_told_left_at,
                   n.called_at as notice_told_called_at, n.called_by as notice_told_called_by,
                   n.seen_at as notice_told_seen_at, n.replaced_at as notice_told_replaced_at
              from replacement_request r
              join client c on c.id = r.client_id
              join facility f on f.id = r.facility_id
              join job_function j on j.id = r.job_function_id
              join age_group g on g.id = r.age_group_id
              join task_type t on t.id = r.task_type_id
              left join account a on a.id = r.created_by
              left join client_manager m on m.id = a.client_manager_id
              left join (shift s
                   join assignment b on b.shift_id = s.id
                   join substitute u on u.id = b.substitute_id
                   left join notice n on n.assignment_id = b.id) on s.request_id = r.id
             where r.id = :id
            """;

    private final ReplacementRequestsForStaff requests;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeskRequestPages(ReplacementRequestsForStaff requests, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static String address(UUID requestId) {
        return "/admin/demandes/" + requestId;
    }

    /**
     * Puts on the page what every page on one request needs: the request and the present time.
     *
     * @throws NotFound if there is no such request
     */
    DeskRequestPage fill(UUID id, Model page) {
        DeskRequestPage request = read(requests.get(id));
        page.addAttribute("request", request);
        page.addAttribute("now", clock.instant());
        return request;
    }

    private DeskRequestPage read(ReplacementRequest request) {
        List<Facts> read = jdbc.sql(FACTS)
                .param("id", request.id())
                .param("english", LocaleContextHolder.getLocale().getLanguage().equals("en"))
                .query(RecordRowMapper.of(Facts.class))
                .list();
        Map<UUID, DeskShiftRow.Person> people = new HashMap<>();
        read.stream().filter(Facts::showsPerson).forEach(it -> people.put(it.shiftId, it.person));
        List<NoticeRow> notices = read.stream()
                .map(Facts::notice)
                .filter(it -> it != null && it.id() != null)
                .sorted(NoticeRow.NEWEST_FIRST)
                .toList();
        Facts facts = read.get(0);
        List<DeskShiftRow> shifts = request.shifts().stream()
                .map(shift ->
                        row(shift, people.get(shift.id()), request.status().isAssignable()))
                .toList();
        return new DeskRequestPage(
                request.id(),
                request.version(),
                request.code(),
                request.status(),
                facts.place,
                facts.need,
                facts.sender,
                facts.decision,
                new DeskRequestPage.Schedule(
                        request.progress().filledCount(), request.progress().shiftCount(), shifts, notices),
                new DeskRequestPage.Possible(
                        request.status().isTakable(),
                        request.status().isOpenToQuestions(),
                        request.isDeclinable(),
                        request.status().isCancellable()));
    }

    private DeskShiftRow row(Shift shift, DeskShiftRow.Person person, boolean assignable) {
        return new DeskShiftRow(
                shift.id(),
                new DeskShiftRow.Times(
                        shift.startsAt(),
                        shift.endsAt(),
                        shift.breakMinutes(),
                        shift.planned().breakText(),
                        shift.paidMinutes()),
                shift.status(),
                shift.statusReason(),
                person,
                new DeskShiftRow.Possible(
                        assignable && shift.isAssignable(),
                        shift.status() == ShiftStatus.TO_RECONFIRM,
                        shift.isReleasable(),
                        shift.mayBeMarkedNoShow(clock)));
    }

    /**
     * A row of {@link #FACTS}: what is the same for the whole request, and a substitute of it.
     *
     * @param shiftId null if the request has no substitute
     * @param expected whether the assignment is not cancelled
     * @param notice without an id if there is none
     */
    private record Facts(
            DeskRequestPage.Place place,
            DeskRequestPage.Need need,
            DeskRequestPage.Sender sender,
            DeskRequestPage.Decision decision,
            UUID shiftId,
            DeskShiftRow.Person person,
            boolean expected,
            NoticeRow notice) {

        /** Whether the substitute is on the shift, or was until it was cancelled. */
        boolean showsPerson() {
            return expected || notice != null && notice.kind() == NoticeKind.CANCELLED;
        }
    }
}
