package ca.releve.replacement;

import ca.releve.client.Client;
import ca.releve.client.Facility;
import ca.releve.history.Actor;
import ca.releve.substitute.Substitute;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A request that reaches its states by its verbs, with a clock of its own: it is Monday, 1 March 2027, 8:00
 * in Québec, and its two shifts are on the 8th and 9th, 8:00 to 16:00 with half an hour of break.
 */
public class SomeRequest {

    public static final ZoneId QUEBEC = ZoneId.of("America/Toronto");
    static final Actor MANAGER = new Actor(Actor.Kind.MANAGER, UUID.randomUUID(), "Marie Tremblay");
    public static final Actor STAFF = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Chantal Bouchard");

    final Moment clock = new Moment(at("2027-03-01", "08:00"));
    final Client client = new Client("CPE Les Tournesols", clock);
    final Facility facility = place("Installation du Parc");
    final Need need = new Need(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), true, "Sonner en bas.");
    final Substitute substitute = new Substitute("Amélie", "Gagnon", "", "", true);
    final ReplacementRequest request = new ReplacementRequest("K7Q-4MXB", facility, need, MANAGER, clock);

    static SomeRequest draft() {
        return new SomeRequest();
    }

    static SomeRequest submitted() {
        SomeRequest some = draft();
        some.request.schedule(
                List.of(day("2027-03-08", "08:00", "16:00", 30), day("2027-03-09", "08:00", "16:00", 30)),
                MANAGER,
                some.clock);
        return some;
    }

    static SomeRequest searching() {
        SomeRequest some = submitted();
        some.request.take(STAFF, some.clock);
        return some;
    }

    static SomeRequest needingInfo() {
        SomeRequest some = searching();
        some.request.askForInfo("À quelle porte?", STAFF, some.clock);
        return some;
    }

    static SomeRequest declined() {
        SomeRequest some = searching();
        some.request.decline("Personne cette semaine.", STAFF, some.clock);
        return some;
    }

    static SomeRequest partiallyFilled() {
        SomeRequest some = searching();
        some.assign(0);
        return some;
    }

    static SomeRequest filled() {
        SomeRequest some = partiallyFilled();
        some.assign(1);
        return some;
    }

    static SomeRequest inProgress() {
        SomeRequest some = filled();
        some.it("2027-03-08", "09:00");
        return some;
    }

    static SomeRequest completed() {
        SomeRequest some = filled();
        some.it("2027-03-09", "16:00");
        return some;
    }

    static SomeRequest unfilled() {
        SomeRequest some = searching();
        some.it("2027-03-09", "16:00");
        return some;
    }

    static SomeRequest cancelled() {
        SomeRequest some = filled();
        some.request.cancel("Elle est revenue.", MANAGER, some.clock);
        return some;
    }

    /** A request in that state. */
    static SomeRequest in(RequestStatus status) {
        SomeRequest some =
                switch (status) {
                    case DRAFT -> draft();
                    case SUBMITTED -> submitted();
                    case NEEDS_INFO -> needingInfo();
                    case DECLINED -> declined();
                    case SEARCHING -> searching();
                    case PARTIALLY_FILLED -> partiallyFilled();
                    case FILLED -> filled();
                    case IN_PROGRESS -> inProgress();
                    case COMPLETED -> completed();
                    case UNFILLED -> unfilled();
                    case CANCELLED -> cancelled();
                };
        some.request.clearEvents();
        return some;
    }

    public static PlannedShift day(String date, String start, String end, int breakMinutes) {
        LocalDate day = LocalDate.parse(date);
        LocalTime from = LocalTime.parse(start);
        LocalTime until = LocalTime.parse(end);
        LocalDate lastDay = until.isAfter(from) ? day : day.plusDays(1);
        return new PlannedShift(
                day.atTime(from).atZone(QUEBEC).toInstant(),
                lastDay.atTime(until).atZone(QUEBEC).toInstant(),
                breakMinutes,
                QUEBEC);
    }

    public static Instant at(String date, String time) {
        return LocalDate.parse(date)
                .atTime(LocalTime.parse(time))
                .atZone(QUEBEC)
                .toInstant();
    }

    /** Where a manager finds a request. */
    public static String path(ReplacementRequest request) {
        return "/remplacements/" + request.id();
    }

    /** Sets the clock to that time, and updates the request. */
    void it(String date, String time) {
        clock.now = at(date, time);
        request.advance(clock);
    }

    void assign(int... shifts) {
        request.assign(Arrays.stream(shifts).mapToObj(it -> shift(it).id()).toList(), substitute, STAFF, clock);
    }

    Shift shift(int number) {
        return request.shifts().get(number);
    }

    List<ShiftStatus> shifts() {
        return request.shifts().stream().map(Shift::status).toList();
    }

    List<String> happened() {
        return request.events().stream().map(ReplacementEvent::code).toList();
    }

    Facility place(String name) {
        return new Facility(client, name, "12, rue des Érables", "Québec", "G1R 2B5", "", "");
    }

    /** A fixed clock that can be set. */
    static final class Moment extends Clock {

        Instant now;

        Moment(Instant now) {
            this.now = now;
        }

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
