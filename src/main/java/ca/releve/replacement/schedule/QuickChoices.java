package ca.releve.replacement.schedule;

import ca.releve.client.ManagerScope;
import ca.releve.format.TimeText;
import ca.releve.shared.RecordRowMapper;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What a manager defines most often, as links that fill in the form of a schedule: today, tomorrow, and her usual hours. */
@Component
class QuickChoices {

    static final String USUAL = """
            select (s.starts_at at time zone :zone)::time as start_time, (s.ends_at at time zone :zone)::time as end_time,
                   s.break_minutes
              from (select * from shift
                     where client_id = :client and status <> 'CANCELLED' order by starts_at desc limit 50) s
              join replacement_request r on r.id = s.request_id and r.facility_id in (:facilities)
             group by 1, 2, 3
             order by count(*) desc, 1, 2, 3
             limit 3
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;

    QuickChoices(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** Today and tomorrow, with the hours that the form has. */
    List<Day> days(UUID requestId, ScheduleForm form, LocalDate today) {
        return Stream.of(today, today.plusDays(1))
                .map(day -> new Day(day, address(requestId, day, day, form.hours())))
                .toList();
    }

    /** The hours of most of the last 50 shifts of the client that are at the manager's facilities, with the dates that the form has. */
    List<Usual> usual(UUID requestId, ScheduleForm form, LocalDate today, ManagerScope scope) {
        LocalDate from = form.getStartDate() == null ? today : form.getStartDate();
        LocalDate until = form.getEndDate() == null ? from : form.getEndDate();
        return jdbc
                .sql(USUAL)
                .param("zone", zone.getId())
                .param("client", scope.clientId())
                .param("facilities", scope.facilityIds())
                .query(RecordRowMapper.of(Hours.class))
                .list()
                .stream()
                .map(hours -> new Usual(hours, address(requestId, from, until, hours)))
                .toList();
    }

    private static String address(UUID requestId, LocalDate from, LocalDate until, Hours hours) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/remplacements/" + requestId + "/horaire")
                .queryParam("startDate", from)
                .queryParam("endDate", until);
        if (hours != null) {
            address.queryParam("startTime", TimeText.format(hours.startTime()))
                    .queryParam("endTime", TimeText.format(hours.endTime()))
                    .queryParam("unpaidBreak", hours.breakMinutes())
                    .fragment("apercu");
        }
        return address.build().toUriString();
    }

    /** From when to when, and the unpaid break. */
    public record Hours(LocalTime startTime, LocalTime endTime, int breakMinutes) {}

    /** A day to choose. */
    public record Day(LocalDate date, String address) {}

    /** Usual hours to choose. */
    public record Usual(Hours hours, String address) {}
}
