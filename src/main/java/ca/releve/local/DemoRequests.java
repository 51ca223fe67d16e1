package ca.releve.local;

import ca.releve.client.Facility;
import ca.releve.history.Actor;
import ca.releve.replacement.Need;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.Shift;
import ca.releve.replacement.Wish;
import ca.releve.substitute.Substitute;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Creates and changes replacement requests at times in the past. */
@Component
@Profile("local")
class DemoRequests {

    private static final String CODE_LETTERS = "BCDFGHJKMPQRTVWXZ2346789";
    private static final int CODE_LENGTH = 7;
    private static final int CODE_STEP = 7_654_321;
    private static final Duration TIME_TO_SCHEDULE = Duration.ofMinutes(3);
    private static final Duration TIME_TO_ASSIGN = Duration.ofMinutes(40);
    private static final Duration SOON = Duration.ofHours(4);
    private static final Duration LATEST = Duration.ofMinutes(50);

    private final DemoRequestsForStaff requests;
    private final DemoCatalog catalog;
    private final DemoClock clock;
    private final ZoneId zone;
    private int codeNumber = 1_234_567;

    DemoRequests(
            DemoRequestsForStaff requests, DemoCatalog catalog, DemoClock clock, @Value("${releve.zone}") ZoneId zone) {
        this.requests = requests;
        this.catalog = catalog;
        this.clock = clock;
        this.zone = zone;
    }

    /** The need of a request; the items are identified by their French names. */
    record DemoNeed(Facility facility, String jobFunction, String ageGroup, String taskType, Wish wish) {

        DemoNeed(Facility facility, String jobFunction, String ageGroup, String taskType) {
            this(facility, jobFunction, ageGroup, taskType, Wish.NONE);
        }
    }

    /** Creates a draft on the morning of a day, but at least 50 minutes ago. */
    ReplacementRequest create(DemoNeed demo, Actor manager, LocalDate day) {
        Need need = new Need(
                catalog.jobFunction(demo.jobFunction()),
                catalog.ageGroup(demo.ageGroup()),
                catalog.taskType(demo.taskType()),
                demo.jobFunction().equals("Éducatrice"),
                "Sonner à la porte de la cour et demander Marie-Ève.",
                demo.wish());
        return clock.at(notLaterThanNow(at(day, "05:52")), () -> {
            ReplacementRequest request = new ReplacementRequest(nextCode(), demo.facility(), need, manager, clock);
            return requests.saveAndFlush(request);
        });
    }

    void schedule(ReplacementRequest request, List<PlannedShift> shifts, Actor manager) {
        change(request, request.createdAt().plus(TIME_TO_SCHEDULE), (it, then) -> it.schedule(shifts, manager, then));
    }

    void assignAll(ReplacementRequest request, Substitute substitute, Actor dispatcher) {
        List<UUID> shifts = request.shifts().stream().map(Shift::id).toList();
        change(
                request,
                request.createdAt().plus(TIME_TO_ASSIGN),
                (it, then) -> it.assign(shifts, substitute, dispatcher, then));
    }

    /** Changes a request at a time of a day; the clock that is passed to the change shows that time. */
    void change(ReplacementRequest request, LocalDate day, String time, BiConsumer<ReplacementRequest, Clock> change) {
        change(request, at(day, time), change);
    }

    private void change(ReplacementRequest request, Instant moment, BiConsumer<ReplacementRequest, Clock> change) {
        clock.at(moment, () -> {
            change.accept(request, clock);
            requests.saveAndFlush(request);
        });
    }

    /** Shifts on consecutive days, with the same times. */
    List<PlannedShift> days(LocalDate first, int count, String from, String to, int breakMinutes) {
        return IntStream.range(0, count)
                .mapToObj(first::plusDays)
                .map(day -> new PlannedShift(at(day, from), at(day, to), breakMinutes, zone))
                .toList();
    }

    /** A shift of four hours that begins in about four hours. */
    PlannedShift soon() {
        Instant start = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(SOON);
        return new PlannedShift(start, start.plus(SOON), 0, zone);
    }

    /** A shift of four hours that began an hour or two ago. */
    PlannedShift underway() {
        Instant start = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
        return new PlannedShift(start, start.plus(SOON), 0, zone);
    }

    /** Changes a request a short time ago. */
    void changeNow(ReplacementRequest request, BiConsumer<ReplacementRequest, Clock> change) {
        change(request, notLaterThanNow(clock.instant()), change);
    }

    Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    /** Limits a time to the past: demonstration data that are created at night must not have later times. */
    Instant notLaterThanNow(Instant moment) {
        Instant latest = clock.instant().minus(LATEST);
        return moment.isBefore(latest) ? moment : latest;
    }

    LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** Encodes a number in the letters of codes; the large step makes consecutive codes look unrelated. */
    private String nextCode() {
        codeNumber += CODE_STEP;
        StringBuilder code = new StringBuilder();
        for (int rest = codeNumber; code.length() < CODE_LENGTH; rest /= CODE_LETTERS.length()) {
            code.append(CODE_LETTERS.charAt(Math.floorMod(rest, CODE_LETTERS.length())));
        }
        return code.insert(3, '-').toString();
    }
}
