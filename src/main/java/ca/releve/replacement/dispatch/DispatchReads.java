package ca.releve.replacement.dispatch;

import ca.releve.shared.NotFound;
import ca.releve.web.WallClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the service's pages of one request read: whom to call, who comes, who could be sent. */
@Component
class DispatchReads {

    /** Candidates on a page; whoever looks for another types her name. */
    static final int MOST_CANDIDATES = 25;

    private static final Duration LATELY = Duration.ofDays(90);

    private static final String DOSSIER = """
            select c.id as client_id, c.name as client, f.id as facility_id, f.name as facility, f.street, f.city,
                   f.postal_code, f.phone as facility_phone, f.instructions,
                   case when :english then j.name_en else j.name_fr end as job_function,
                   case when :english then g.name_en else g.name_fr end as age_group,
                   case when :english then t.name_en else t.name_fr end as task_type,
                   m.first_name || ' ' || m.last_name as manager, m.phone as manager_phone, m.email as manager_email
              from replacement_request r
              join client c on c.id = r.client_id
              join facility f on f.id = r.facility_id
              join job_function j on j.id = r.job_function_id
              join age_group g on g.id = r.age_group_id
              join task_type t on t.id = r.task_type_id
              left join account a on a.id = r.created_by
              left join client_manager m on m.id = a.client_manager_id
             where r.id = :id
            """;

    private static final String PEOPLE = """
            select s.id, u.first_name || ' ' || u.last_name as name, u.qualified, u.phone
              from shift s
              join assignment a on a.shift_id = s.id and a.status <> 'CANCELLED'
              join substitute u on u.id = a.substitute_id
             where s.request_id = ?
            """;

    /** Those who suit come first; how busy they are and where they have been is read of the few on the page only. */
    private static final String CANDIDATES = """
            with wanted as (select id, starts_at, ends_at from shift where id in (:shifts)),
                 shown as (
                    select u.id, u.first_name, u.last_name, u.phone, u.qualified,
                           exists (select 1 from substitute_job_function x
                                    where x.substitute_id = u.id and x.job_function_id = :function) as has_function,
                           b.starts_at as busy_from, b.ends_at as busy_until
                      from substitute u
                      left join lateral (
                            select a.starts_at, a.ends_at
                              from wanted w
                              join assignment a on a.substitute_id = u.id and a.status <> 'CANCELLED' and a.shift_id <> w.id
                               and tstzrange(a.starts_at, a.ends_at, '[)') && tstzrange(w.starts_at, w.ends_at, '[)')
                             order by a.starts_at
                             limit 1) b on true
                     where u.active and (:text::text is null or fold(u.first_name || ' ' || u.last_name) like fold(:text))
                     order by b.starts_at is not null, has_function desc, u.qualified or not :qualified desc,
                              fold(u.last_name), fold(u.first_name), u.id
                     limit :limit)
            select shown.*,
                   (select coalesce(sum(extract(epoch from a.ends_at - a.starts_at) / 60 - s.break_minutes), 0)
                      from assignment a
                      join shift s on s.id = a.shift_id and s.status <> 'NO_SHOW'
                     where a.substitute_id = shown.id and a.status <> 'CANCELLED' and a.starts_at >= :monday
                       and tstzrange(a.starts_at, a.ends_at, '[)') && tstzrange(:monday, :nextMonday, '[)')) as load,
                   exists (select 1
                      from assignment a
                      join shift s on s.id = a.shift_id
                      join replacement_request r on r.id = s.request_id and r.facility_id = :facility
                     where a.substitute_id = shown.id and a.status <> 'CANCELLED'
                       and tstzrange(a.starts_at, a.ends_at, '[)') && tstzrange(:lately, :now, '[)')) as knows_place
              from shown
             order by busy_from is not null, has_function desc, qualified or not :qualified desc, knows_place desc,
                      fold(last_name), fold(first_name), id
            """;

    private static final String CLASH = """
            select a.starts_at, a.ends_at
              from shift s
              join assignment a on a.substitute_id = :substitute and a.status <> 'CANCELLED' and a.shift_id <> s.id
               and tstzrange(a.starts_at, a.ends_at, '[)') && tstzrange(s.starts_at, s.ends_at, '[)')
             where s.id in (:shifts)
             order by a.starts_at
             limit 1
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    DispatchReads(JdbcClient jdbc, Clock clock, @Value("${releve.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** @throws NotFound if there is no such request */
    RequestDossier dossier(UUID requestId, Locale locale) {
        return jdbc.sql(DOSSIER)
                .param("id", requestId)
                .param("english", "en".equals(locale.getLanguage()))
                .query(DispatchReads::dossier)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Who comes, or came, to which shift of a request. */
    Map<UUID, SentPerson> people(UUID requestId) {
        Map<UUID, SentPerson> people = new HashMap<>();
        jdbc.sql(PEOPLE).param(requestId).query(row -> {
            people.put(
                    row.getObject("id", UUID.class),
                    new SentPerson(row.getString("name"), row.getBoolean("qualified"), row.getString("phone")));
        });
        return people;
    }

    /**
     * Who could be sent to all of these shifts, those who suit first; one more than a page shows, if there is one.
     *
     * @param text part of a name, as a pattern of {@code like}; null for everybody
     */
    List<Candidate> candidates(StaffRequest request, List<StaffRequest.Line> shifts, String text) {
        LocalDate monday = monday(shifts.get(0).startsAt());
        return jdbc.sql(CANDIDATES)
                .param("shifts", shifts.stream().map(StaffRequest.Line::id).toList())
                .param("function", request.jobFunctionId())
                .param("qualified", request.qualified())
                .param("facility", request.facilityId())
                .param("text", text)
                .param("limit", MOST_CANDIDATES + 1)
                .param("monday", moment(WallClock.startOf(monday, zone)))
                .param("nextMonday", moment(WallClock.startOf(monday.plusWeeks(1), zone)))
                .param("lately", moment(clock.instant().minus(LATELY)))
                .param("now", moment(clock.instant()))
                .query(DispatchReads::candidate)
                .list();
    }

    /** What these shifts add to the week that the first of them is in, in whole minutes. */
    int addedMinutes(List<StaffRequest.Line> shifts) {
        LocalDate monday = monday(shifts.get(0).startsAt());
        return shifts.stream()
                .filter(it -> monday(it.startsAt()).equals(monday))
                .mapToInt(StaffRequest.Line::paidMinutes)
                .sum();
    }

    /** What somebody is already booked for at the time of one of these shifts. */
    Optional<Booking> clash(UUID substituteId, Collection<UUID> shiftIds) {
        return jdbc.sql(CLASH)
                .param("substitute", substituteId)
                .param("shifts", shiftIds)
                .query((row, number) -> new Booking(instant(row, "starts_at"), instant(row, "ends_at")))
                .optional();
    }

    private LocalDate monday(Instant instant) {
        return WallClock.shown(instant, zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static RequestDossier dossier(ResultSet row, int number) throws SQLException {
        return new RequestDossier(
                row.getObject("client_id", UUID.class),
                row.getString("client"),
                row.getObject("facility_id", UUID.class),
                row.getString("facility"),
                row.getString("street"),
                row.getString("city"),
                row.getString("postal_code"),
                row.getString("facility_phone"),
                row.getString("instructions"),
                row.getString("job_function"),
                row.getString("age_group"),
                row.getString("task_type"),
                row.getString("manager"),
                row.getString("manager_phone"),
                row.getString("manager_email"));
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(
                row.getObject("id", UUID.class),
                row.getString("first_name") + " " + row.getString("last_name"),
                row.getString("phone"),
                row.getBoolean("qualified"),
                row.getBoolean("has_function"),
                instant(row, "busy_from"),
                instant(row, "busy_until"),
                row.getInt("load"),
                row.getBoolean("knows_place"));
    }

    private static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** What somebody is booked for. */
    record Booking(Instant startsAt, Instant endsAt) {}
}
