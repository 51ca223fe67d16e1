package ca.releve.timesheet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.web.util.UriComponentsBuilder;

/** What the staff want to see of the hours of all clients; its parts are the parameters of the address. */
class HoursFilter {

    private static final UUID SMALLEST = new UUID(0, 0);

    private TimeEntryStatus status;
    private UUID client;
    private LocalDate week;
    private String substitute;
    private String after;

    /** One page of lines, and one more if there is a next page. */
    List<HoursLine> read(TimeEntriesForStaff entries, ZoneId zone, int pageSize) {
        LineKey key = LineKey.parse(after);
        Collection<TimeEntryStatus> statuses =
                status == null ? EnumSet.allOf(TimeEntryStatus.class) : EnumSet.of(status);
        return entries.list(
                statuses,
                client == null,
                client == null ? SMALLEST : client,
                week == null ? LineKey.EARLIEST : weekShown().start(zone),
                week == null ? LineKey.LATEST : weekShown().next().start(zone),
                substitute == null ? "" : substitute.strip().replaceAll("[%_\\\\]", ""),
                key == null ? 0 : key.rank(),
                key == null ? LineKey.EARLIEST : key.startsAt(),
                key == null ? SMALLEST : key.id(),
                Limit.of(pageSize + 1));
    }

    /** The week from Monday on; null for all weeks. */
    public Week weekShown() {
        return week == null ? null : Week.of(week);
    }

    public boolean isSet() {
        return status != null || client != null || week != null || (substitute != null && !substitute.isBlank());
    }

    /** The address of the list with these filters and this place in it. */
    String address() {
        return address(after);
    }

    /** The address of the page after this line. */
    public String after(HoursLine last) {
        return address(LineKey.of(last).toString());
    }

    /** The address of the first page. */
    public String first() {
        return address(null);
    }

    private String address(String place) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/admin/heures");
        if (status != null) {
            address.queryParam("status", status);
        }
        if (client != null) {
            address.queryParam("client", client);
        }
        if (week != null) {
            address.queryParam("week", week);
        }
        if (substitute != null && !substitute.isBlank()) {
            address.queryParam("substitute", "{substitute}");
        }
        if (LineKey.parse(place) != null) {
            address.queryParam("after", LineKey.parse(place));
        }
        return address.encode().buildAndExpand(substitute).toUriString();
    }

    public TimeEntryStatus getStatus() {
        return status;
    }

    public void setStatus(TimeEntryStatus status) {
        this.status = status;
    }

    public UUID getClient() {
        return client;
    }

    public void setClient(UUID client) {
        this.client = client;
    }

    public LocalDate getWeek() {
        return week;
    }

    public void setWeek(LocalDate week) {
        this.week = week;
    }

    public String getSubstitute() {
        return substitute;
    }

    public void setSubstitute(String substitute) {
        this.substitute = substitute;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
