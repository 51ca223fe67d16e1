package ca.releve.replacement.desk;

import ca.releve.format.WallClock;
import ca.releve.replacement.desk.Workload.Work;
import ca.releve.replacement.notice.PromiseRow;
import ca.releve.shared.RecordRowMapper;
import ca.releve.web.list.WordSearch;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which substitutes could be assigned to some shifts, and what they are booked for. */
@Component
class CandidateRows {

    /** Most candidates on a page; a search by name finds the others. */
    static final int MAX_SHOWN = 25;

    private static final String[] EVERYBODY = {"%"};

    private static final Duration LATELY = Duration.ofDays(90);

    /** Contains the days of the same week, and the 24 hours before and after. */
    private static final Duration WEEK = Duration.ofDays(8);

    /** Those who suit come first; load and known facilities are read for the page only. */
    private static final String CANDIDATES = """
            with wanted as materialized (select id, starts_at, ends_at from shift where id in (:shifts)),
                 at_that_time as materialized (
                    select a.substitute_id, a.starts_at, a.ends_at
                      from wanted w
                      join assignment a on a.status <> 'CANCELLED' and a.shift_id <> w.id
                       and tstzrange(a.starts_at, a.ends_at, '[)') && tstzrange(w.starts_at, w.ends_at, '[)')),
                 busy as (
                    select distinct on (a.substitute_id) a.substitute_id, a.starts_at, a.ends_at
                      from at_that_time a
                      join substitute u on u.id = a.substitute_id and u.active
                     order by a.substitute_id, a.starts_at),
                 shown as (
                    select u.id, u.first_name, u.last_name, u.full_name, u.email, u.qualified,
                           exists (select 1 from substitute_job_function x
                                    where x.substitute_id = u.id and x.job_function_id = :function) as has_function,
                           b.starts_at as busy_from, b.ends_at as busy_until
                      from substitute u
                      left join busy b on b.substitute_id = u.id
                     where u.active and {words}
                     order by b.starts_at is not null, u.id is not distinct from cast(:preferred as uuid) desc, has_function desc,
                              u.qualified or not :qualified desc, fold(u.last_name), fold(u.first_name), u.id
                     limit :limit)
            select shown.id, shown.full_name as name, shown.email, shown.qualified,
                   shown.has_function, shown.busy_from, shown.busy_until,
                   (select coalesce(sum(extract(epoch from a.ends_at - a.starts_at) / 60 - s.break_minutes), 0)
                      from assignment a
                      join shift s on s.id = a.shift_id and s.status <> 'NO_SHOW'
                     where a.substitute_id = shown.id and a.status <> 'CANCELLED'
                       and a.starts_at >= :monday and a.starts_at < :nextMonday) as load_minutes,
                   exists (select 1
                      from assignment a
                      join shift s on s.id = a.shift_id
                      join replacement_request r on r.id = s.request_id and r.facility_id = :facility
                     where a.substitute_id = shown.id and a.status <> 'CANCELLED' and a.client_id = :client
                       and a.starts_at >= :lately and a.starts_at < :now) as knows_place,
                   (select string_agg(concat_ws(' ', extract(epoch from a.starts_at)::bigint, extract(epoch from a.ends_at)::bigint,
                                      (extract(epoch from a.ends_at - a.starts_at) / 60)::int - s.break_minutes), ',')
                      from assignment a
                      join shift s on s.id = a.shift_id and s.status <> 'NO_SHOW'
                     where a.substitute_id = shown.id and a.status <> 'CANCELLED' and a.shift_id not in (select id from wanted)
                       and a.starts_at >= :from and a.starts_at < :until) as booked
              from shown
             order by busy_from is not null, id is not distinct from cast(:preferred as uuid) desc, has_function desc,
                      qualified or not :qualified desc, knows_place desc, fold(shown.last_name), fold(shown.first_name), id
            """.replace("{words}", WordSearch.in("u.search_text"));

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

    CandidateRows(JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The substitutes who could be assigned to all of these shifts, those who suit first; one more than a page shows, if there
     * is one.
     *
     * @param text beginnings or other parts of names; blank for everybody
     */
    List<CandidateRow> find(DeskRequestPage request, List<DeskShiftRow> shifts, String text) {
        LocalDate monday = monday(shifts.get(0).startsAt());
        String[] words = WordSearch.patterns(text);
        return jdbc.sql(CANDIDATES)
                .param("shifts", shifts.stream().map(DeskShiftRow::id).toList())
                .param("function", request.need().jobFunctionId())
                .param("preferred", request.need().wish().preferredId())
                .param("qualified", request.need().qualified())
                .param("client", request.place().clientId())
                .param("facility", request.place().facilityId())
                .param("words", words == null ? EVERYBODY : words)
                .param("limit", MAX_SHOWN + 1)
                .param("from", first(shifts).minus(WEEK).atOffset(ZoneOffset.UTC))
                .param("until", last(shifts).plus(WEEK).atOffset(ZoneOffset.UTC))
                .param("monday", startOf(monday))
                .param("nextMonday", startOf(monday.plusWeeks(1)))
                .param("lately", clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(RecordRowMapper.of(CandidateRow.class))
                .list();
    }

    /** How each candidate would be told of these shifts. */
    Map<UUID, PromiseRow> promises(List<CandidateRow> rows, List<DeskShiftRow> shifts) {
        Map<UUID, PromiseRow> promises = new HashMap<>();
        rows.forEach(it -> promises.put(it.id(), it.promise(shifts, clock.instant())));
        return promises;
    }

    /** What the hours of each candidate speak against, with these shifts added. */
    Map<UUID, List<LoadWarning>> warnings(List<CandidateRow> rows, List<DeskShiftRow> shifts) {
        List<Work> added = shifts.stream()
                .map(it -> new Work(it.startsAt(), it.endsAt(), it.times().paidMinutes()))
                .toList();
        return rows.stream()
                .collect(Collectors.toMap(
                        CandidateRow::id, it -> new Workload(Work.parse(it.booked()), added, zone).warnings()));
    }

    private static Instant first(List<DeskShiftRow> shifts) {
        return shifts.stream()
                .map(DeskShiftRow::startsAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant last(List<DeskShiftRow> shifts) {
        return shifts.stream()
                .map(DeskShiftRow::endsAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** A booking of the substitute at the time of one of these shifts. */
    Optional<BookingRow> clash(UUID substituteId, Collection<UUID> shiftIds) {
        return jdbc.sql(CLASH)
                .param("substitute", substituteId)
                .param("shifts", shiftIds)
                .query(RecordRowMapper.of(BookingRow.class))
                .optional();
    }

    private LocalDate monday(Instant instant) {
        return WallClock.shown(instant, zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private OffsetDateTime startOf(LocalDate day) {
        return WallClock.startOf(day, zone).atOffset(ZoneOffset.UTC);
    }

    /** When a substitute is booked. */
    record BookingRow(Instant startsAt, Instant endsAt) {}
}
