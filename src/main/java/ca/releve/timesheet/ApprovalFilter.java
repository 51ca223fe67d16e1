package ca.releve.timesheet;

import ca.releve.client.ManagerScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.web.util.UriComponentsBuilder;

/** What a manager wants to see of « Approbation des heures »; its parts are the parameters of the address. */
class ApprovalFilter {

    /** Which lines, by what is left to do with them. */
    enum Shown {
        /** Those that wait for her, the oldest first. */
        TO_APPROVE(EnumSet.of(TimeEntryStatus.SUBMITTED)),
        /** Those that she is done with, the newest first. */
        APPROVED(EnumSet.of(TimeEntryStatus.APPROVED, TimeEntryStatus.LOCKED)),
        /** All, also those that the service still has to fill in. */
        ALL(EnumSet.allOf(TimeEntryStatus.class));

        private final Set<TimeEntryStatus> statuses;

        Shown(Set<TimeEntryStatus> statuses) {
            this.statuses = statuses;
        }
    }

    private static final UUID SMALLEST = new UUID(0, 0);
    private static final UUID GREATEST = new UUID(-1, -1);

    private Shown status = Shown.TO_APPROVE;
    private UUID facility;
    private LocalDate week;
    private String after;

    /** One page of lines, and one more if there is a next page. */
    List<HoursLine> read(TimeEntries entries, ManagerScope scope, ZoneId zone, int pageSize) {
        LineKey key = LineKey.parse(after);
        Collection<UUID> facilities = facility == null ? scope.facilityIds() : List.of(facility);
        Instant from = week == null ? LineKey.EARLIEST : weekShown().start(zone);
        Instant until = week == null ? LineKey.LATEST : weekShown().next().start(zone);
        Limit limit = Limit.of(pageSize + 1);
        return oldestFirst()
                ? entries.oldestFirst(
                        scope,
                        status.statuses,
                        facilities,
                        from,
                        until,
                        key == null ? LineKey.EARLIEST : key.startsAt(),
                        key == null ? SMALLEST : key.id(),
                        limit)
                : entries.newestFirst(
                        scope,
                        status.statuses,
                        facilities,
                        from,
                        until,
                        key == null ? LineKey.LATEST : key.startsAt(),
                        key == null ? GREATEST : key.id(),
                        limit);
    }

    boolean oldestFirst() {
        return status == Shown.TO_APPROVE;
    }

    /** The week from Monday on; null for all weeks. */
    public Week weekShown() {
        return week == null ? null : Week.of(week);
    }

    /** Whether fewer lines are shown than wait for her: the filters stand open then. */
    public boolean isSet() {
        return status != Shown.TO_APPROVE || facility != null || week != null;
    }

    /** The address of the list with these filters and this place in it. */
    String address() {
        return address(status, week, after);
    }

    /** The address of the page after this line. */
    public String after(HoursLine last) {
        return address(status, week, LineKey.of(last).toString());
    }

    /** The address of the first page. */
    public String first() {
        return address(status, week, null);
    }

    public String in(Week other) {
        return address(status, other.monday(), null);
    }

    private String address(Shown shown, LocalDate week, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/approbation");
        if (shown != Shown.TO_APPROVE) {
            address.queryParam("status", shown);
        }
        if (facility != null) {
            address.queryParam("facility", facility);
        }
        if (week != null) {
            address.queryParam("week", week);
        }
        if (LineKey.parse(after) != null) {
            address.queryParam("after", LineKey.parse(after));
        }
        return address.build().toUriString();
    }

    public Shown getStatus() {
        return status;
    }

    public void setStatus(Shown status) {
        this.status = status == null ? Shown.TO_APPROVE : status;
    }

    public UUID getFacility() {
        return facility;
    }

    public void setFacility(UUID facility) {
        this.facility = facility;
    }

    public LocalDate getWeek() {
        return week;
    }

    public void setWeek(LocalDate week) {
        this.week = week;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
