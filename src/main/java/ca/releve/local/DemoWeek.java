package ca.releve.local;

import ca.releve.account.Account;
import ca.releve.client.Facility;
import ca.releve.history.Actor;
import ca.releve.replacement.Need;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.Shift;
import ca.releve.substitute.Substitute;
import ca.releve.timesheet.Declaration;
import ca.releve.timesheet.TimeEntry;
import ca.releve.timesheet.WorkTime;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The requests of a client around today: some over, some going on, some to come, in every status. */
@Component
@Profile("local")
class DemoWeek {

    private static final String CODE_LETTERS = "BCDFGHJKMPQRTVWXZ2346789";

    private final EntityManager entities;
    private final DemoRequestsForStaff requests;
    private final DemoTimeEntriesForStaff entries;
    private final DemoClock clock;
    private final ZoneId zone;
    private int number = 1_234_567;

    DemoWeek(
            EntityManager entities,
            DemoRequestsForStaff requests,
            DemoTimeEntriesForStaff entries,
            DemoClock clock,
            @Value("${releve.zone}") ZoneId zone) {
        this.entities = entities;
        this.requests = requests;
        this.entries = entries;
        this.clock = clock;
        this.zone = zone;
    }

    void fill(List<Facility> facilities, Account manager, Account dispatcher, List<Substitute> substitutes) {
        new Week(facilities, actor(manager), actor(dispatcher), substitutes).write();
    }

    /** One client's week. */
    private final class Week {

        private final Facility first;
        private final Facility last;
        private final Actor manager;
        private final Actor dispatcher;
        private final List<Substitute> substitutes;
        private final LocalDate today = clock.instant().atZone(zone).toLocalDate();
        private final LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

        private Week(List<Facility> facilities, Actor manager, Actor dispatcher, List<Substitute> substitutes) {
            this.first = facilities.get(0);
            this.last = facilities.get(facilities.size() - 1);
            this.manager = manager;
            this.dispatcher = dispatcher;
            this.substitutes = substitutes;
        }

        private void write() {
            lastWeekToApprove();
            lastWeekApproved();
            todayAndTomorrow();
            urgent();
            toCome();
            notSent();
            answered();
        }

        /**
         * Five days of last week: two declared as planned, one longer, one shorter with a meal, and one still to fill
         * in, since this week may have no shift that is over when the portal is tried.
         */
        private void lastWeekToApprove() {
            LocalDate start = monday.minusWeeks(1);
            ReplacementRequest request = asked(first, "Éducatrice", "Poupons", "Remplacement en groupe", start, 6);
            scheduled(request, days(start, 5, "08:00", "16:30", 30));
            assigned(request, substitutes.get(0));
            over(request, start.plusDays(5));
            int[] longer = {0, 0, 45, -60};
            List<TimeEntry> lines = lines(request);
            for (int i = 0; i < longer.length; i++) {
                declare(lines.get(i), longer[i], i == 3, i == 2 ? "Un parent est arrivé en retard." : "");
            }
        }

        private void lastWeekApproved() {
            LocalDate start = monday.minusWeeks(1).plusDays(1);
            ReplacementRequest request =
                    asked(last, "Responsable de l’alimentation", "Sans groupe", "Cuisine", start, 4);
            scheduled(request, days(start, 2, "07:00", "14:00", 30));
            assigned(request, substitutes.get(1));
            over(request, start.plusDays(3));
            for (TimeEntry line : lines(request)) {
                declare(line, 0, true, "");
                clock.at(notLaterThanNow(at(monday, "08:10")), () -> {
                    line.approve(manager, clock);
                    entries.saveAndFlush(line);
                });
            }
        }

        private void todayAndTomorrow() {
            ReplacementRequest request =
                    asked(first, "Éducatrice", "18 mois à 3 ans", "Remplacement en groupe", today, 2);
            scheduled(request, days(today, 3, "07:30", "16:00", 30));
            assigned(request, substitutes.get(2));
        }

        private void urgent() {
            ReplacementRequest request = asked(last, "Éducatrice", "4 ans", "Ouverture", today, 0);
            scheduled(request, days(today.plusDays(1), 1, "06:45", "15:15", 30));
        }

        private void toCome() {
            LocalDate start = monday.plusWeeks(1);
            ReplacementRequest partly = asked(first, "Éducatrice", "5 ans", "Soutien", today, 1);
            scheduled(partly, days(start, 5, "09:00", "17:00", 60));
            clock.at(at(today.minusDays(1), "10:00"), () -> {
                List<UUID> three =
                        partly.shifts().stream().limit(3).map(Shift::id).toList();
                partly.assign(three, substitutes.get(substitutes.size() - 1), dispatcher, clock);
                requests.saveAndFlush(partly);
            });

            ReplacementRequest searching = asked(last, "Aide-éducatrice", "Multiâge", "Pauses", today, 1);
            scheduled(searching, days(start.plusDays(1), 3, "11:00", "14:30", 0));
            clock.at(at(today.minusDays(1), "11:00"), () -> {
                searching.take(dispatcher, clock);
                requests.saveAndFlush(searching);
            });

            ReplacementRequest filled = asked(first, "Préposée à l’entretien", "Sans groupe", "Fermeture", today, 3);
            scheduled(filled, days(start.plusDays(2), 2, "15:00", "19:00", 0));
            assigned(filled, substitutes.get(1));
        }

        private void notSent() {
            asked(first, "Secrétaire-réceptionniste", "Sans groupe", "Soutien", today, 0);
        }

        private void answered() {
            LocalDate start = monday.plusWeeks(2);
            ReplacementRequest unclear = asked(last, "Éducatrice", "Poupons", "Fermeture", today, 1);
            scheduled(unclear, days(start, 2, "14:00", "18:00", 0));
            clock.at(at(today.minusDays(1), "13:20"), () -> {
                unclear.askForInfo(
                        "La personne doit-elle fermer l’installation seule, ou avec une éducatrice?",
                        dispatcher,
                        clock);
                requests.saveAndFlush(unclear);
            });

            ReplacementRequest cancelled = asked(first, "Éducatrice", "5 ans", "Remplacement en groupe", today, 2);
            scheduled(cancelled, days(start.plusDays(2), 1, "08:00", "16:00", 30));
            clock.at(at(today.minusDays(1), "16:40"), () -> {
                cancelled.cancel("L’éducatrice a déplacé son rendez-vous.", manager, clock);
                requests.saveAndFlush(cancelled);
            });

            ReplacementRequest declined = asked(last, "Adjointe administrative", "Sans groupe", "Soutien", today, 5);
            scheduled(declined, days(start.plusDays(1), 5, "08:30", "16:30", 60));
            clock.at(at(today.minusDays(4), "09:30"), () -> {
                declined.decline(
                        "Le service n’a personne pour cette fonction avant le mois prochain.", dispatcher, clock);
                requests.saveAndFlush(declined);
            });
        }

        private ReplacementRequest asked(
                Facility facility, String function, String group, String task, LocalDate before, int days) {
            ReplacementRequest[] made = new ReplacementRequest[1];
            clock.at(notLaterThanNow(at(before.minusDays(days), "05:52")), () -> {
                Need need = new Need(
                        id("JobFunction", function),
                        id("AgeGroup", group),
                        id("TaskType", task),
                        function.equals("Éducatrice"),
                        "Sonner à la porte de la cour et demander Marie-Ève.");
                made[0] = new ReplacementRequest(code(), facility, need, manager, clock);
                made[0].findableOnlyBy(facility.name(), function, group, task, need.notes());
                made[0] = requests.saveAndFlush(made[0]);
            });
            return made[0];
        }

        private void scheduled(ReplacementRequest request, List<PlannedShift> shifts) {
            clock.at(request.createdAt().plus(Duration.ofMinutes(3)), () -> {
                request.schedule(shifts, manager, clock);
                requests.saveAndFlush(request);
            });
        }

        private void assigned(ReplacementRequest request, Substitute substitute) {
            clock.at(request.createdAt().plus(Duration.ofMinutes(40)), () -> {
                List<UUID> all = request.shifts().stream().map(Shift::id).toList();
                request.assign(all, substitute, dispatcher, clock);
                requests.saveAndFlush(request);
            });
        }

        private void over(ReplacementRequest request, LocalDate day) {
            clock.at(at(day, "00:05"), () -> {
                request.advance(clock);
                requests.saveAndFlush(request);
            });
        }

        private List<TimeEntry> lines(ReplacementRequest request) {
            return entries.findByRequestId(request.id()).stream()
                    .sorted(Comparator.comparing(TimeEntry::day))
                    .toList();
        }

        private void declare(TimeEntry line, int longer, boolean meal, String note) {
            clock.at(at(line.day().plusDays(1), "09:00"), () -> {
                WorkTime planned = line.planned();
                line.submit(
                        new Declaration(
                                new WorkTime(
                                        planned.startsAt(),
                                        planned.endsAt().plus(longer, ChronoUnit.MINUTES),
                                        planned.breakMinutes()),
                                meal,
                                note),
                        dispatcher,
                        clock);
                entries.saveAndFlush(line);
            });
        }
    }

    private List<PlannedShift> days(LocalDate start, int count, String from, String to, int breakMinutes) {
        List<PlannedShift> shifts = new ArrayList<>();
        IntStream.range(0, count)
                .mapToObj(start::plusDays)
                .forEach(day -> shifts.add(new PlannedShift(at(day, from), at(day, to), breakMinutes, zone)));
        return shifts;
    }

    /** Whoever tries the portal at night finds nothing that happened in the morning to come. */
    private Instant notLaterThanNow(Instant moment) {
        Instant lately = clock.instant().minus(Duration.ofMinutes(50));
        return moment.isBefore(lately) ? moment : lately;
    }

    private Instant at(LocalDate day, String time) {
        return ZonedDateTime.of(day, java.time.LocalTime.parse(time), zone).toInstant();
    }

    List<UUID> ids(String list, String... names) {
        return Stream.of(names).map(name -> id(list, name)).toList();
    }

    private UUID id(String list, String name) {
        return entities.createQuery("select i.id from " + list + " i where i.nameFr like :name", UUID.class)
                .setParameter("name", name + "%")
                .setMaxResults(1)
                .getSingleResult();
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        number += 7_654_321;
        for (int rest = number; code.length() < 7; rest /= CODE_LETTERS.length()) {
            code.append(CODE_LETTERS.charAt(Math.floorMod(rest, CODE_LETTERS.length())));
        }
        return code.insert(3, '-').toString();
    }

    private static Actor actor(Account account) {
        return new Actor(
                account.staffMemberId() == null ? Actor.Kind.MANAGER : Actor.Kind.STAFF, account.id(), account.name());
    }
}
