package ca.releve.local;

import ca.releve.account.Account;
import ca.releve.client.Facility;
import ca.releve.history.Actor;
import ca.releve.local.DemoRequests.DemoNeed;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.Shift;
import ca.releve.replacement.ShiftSettled.Outcome;
import ca.releve.replacement.Wish;
import ca.releve.substitute.Substitute;
import ca.releve.timesheet.TimeEntry;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Creates a client's requests for the weeks around today, at least one in each status. */
@Component
@Profile("local")
class DemoWeek {

    private final DemoRequests requests;
    private final DemoTimesheets timesheets;

    DemoWeek(DemoRequests requests, DemoTimesheets timesheets) {
        this.requests = requests;
        this.timesheets = timesheets;
    }

    void fill(List<Facility> facilities, Account manager, Account dispatcher, List<Substitute> substitutes) {
        new ClientWeek(facilities, manager.actor(), dispatcher.actor(), substitutes).fill();
    }

    private final class ClientWeek {

        private final Facility first;
        private final Facility last;
        private final Actor manager;
        private final Actor dispatcher;
        private final List<Substitute> substitutes;
        private final LocalDate today = requests.today();
        private final LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

        private ClientWeek(List<Facility> facilities, Actor manager, Actor dispatcher, List<Substitute> substitutes) {
            this.first = facilities.get(0);
            this.last = facilities.get(facilities.size() - 1);
            this.manager = manager;
            this.dispatcher = dispatcher;
            this.substitutes = substitutes;
        }

        private void fill() {
            hoursToApprove();
            approvedHours();
            todayAndTomorrow();
            urgent();
            partlyFilled();
            searching();
            filled();
            draft();
            needsInfo();
            cancelled();
            cancelledTheSameDay();
            late();
            withdrawn();
            declined();
        }

        /**
         * Five days of last week: two declared as planned, one longer, one shorter with a meal, and one not declared yet,
         * since this week may not have a shift that is over.
         */
        private void hoursToApprove() {
            LocalDate start = monday.minusWeeks(1);
            ReplacementRequest request =
                    create(first, "Éducatrice", "Poupons", "Remplacement en groupe", start.minusDays(6));
            schedule(request, start, 5, "08:00", "16:30", 30);
            assignAll(request, 0);
            advance(request, start.plusDays(5));
            List<TimeEntry> entries = timesheets.of(request);
            declare(entries.get(0), 0, false, "");
            declare(entries.get(1), 0, false, "");
            declare(entries.get(2), 45, false, "Un parent est arrivé en retard.");
            declare(entries.get(3), -60, true, "");
        }

        private void approvedHours() {
            LocalDate start = monday.minusWeeks(1).plusDays(1);
            ReplacementRequest request =
                    create(last, "Responsable de l’alimentation", "Sans groupe", "Cuisine", start.minusDays(4));
            schedule(request, start, 2, "07:00", "14:00", 30);
            assignAll(request, 1);
            advance(request, start.plusDays(3));
            for (TimeEntry entry : timesheets.of(request)) {
                declare(entry, 0, true, "");
                timesheets.approve(entry, requests.notLaterThanNow(requests.at(monday, "08:10")), manager);
            }
        }

        private void todayAndTomorrow() {
            ReplacementRequest request =
                    create(first, "Éducatrice", "18 mois à 3 ans", "Remplacement en groupe", today.minusDays(2));
            schedule(request, today, 3, "07:30", "16:00", 30);
            assignAll(request, 2);
        }

        private void urgent() {
            Substitute known = substitutes.get(0);
            ReplacementRequest request = requests.create(
                    new DemoNeed(last, "Éducatrice", "4 ans", "Ouverture", new Wish(true, known.id(), known.name())),
                    manager,
                    today);
            schedule(request, today.plusDays(1), 1, "06:45", "15:15", 30);
        }

        private void partlyFilled() {
            ReplacementRequest request = create(first, "Éducatrice", "5 ans", "Soutien", today.minusDays(1));
            schedule(request, monday.plusWeeks(1), 5, "09:00", "17:00", 60);
            List<UUID> three = request.shifts().stream().limit(3).map(Shift::id).toList();
            Substitute substitute = substitutes.get(substitutes.size() - 1);
            requests.change(
                    request,
                    today.minusDays(1),
                    "10:00",
                    (it, clock) -> it.assign(three, substitute, dispatcher, clock));
        }

        private void searching() {
            ReplacementRequest request = create(last, "Aide-éducatrice", "Multiâge", "Pauses", today.minusDays(1));
            schedule(request, monday.plusWeeks(1).plusDays(1), 3, "11:00", "14:30", 0);
            requests.change(request, today.minusDays(1), "11:00", (it, clock) -> it.take(dispatcher, clock));
        }

        private void filled() {
            ReplacementRequest request =
                    create(first, "Préposée à l’entretien", "Sans groupe", "Fermeture", today.minusDays(3));
            schedule(request, monday.plusWeeks(1).plusDays(2), 2, "15:00", "19:00", 0);
            assignAll(request, 1);
        }

        private void draft() {
            create(first, "Secrétaire-réceptionniste", "Sans groupe", "Soutien", today);
        }

        private void needsInfo() {
            ReplacementRequest request = create(last, "Éducatrice", "Poupons", "Fermeture", today.minusDays(1));
            schedule(request, monday.plusWeeks(2), 2, "14:00", "18:00", 0);
            String question = "La personne doit-elle fermer l’installation seule, ou avec une éducatrice?";
            requests.change(
                    request, today.minusDays(1), "13:20", (it, clock) -> it.askForInfo(question, dispatcher, clock));
        }

        private void cancelled() {
            ReplacementRequest request =
                    create(first, "Éducatrice", "5 ans", "Remplacement en groupe", today.minusDays(2));
            schedule(request, monday.plusWeeks(2).plusDays(2), 1, "08:00", "16:00", 30);
            requests.change(
                    request,
                    today.minusDays(1),
                    "16:40",
                    (it, clock) -> it.cancel("L’éducatrice a déplacé son rendez-vous.", manager, clock));
        }

        /** Cancelled an hour ago, a few hours before its start: a mail does not suffice, and somebody has to call. */
        private void cancelledTheSameDay() {
            ReplacementRequest request =
                    create(first, "Éducatrice", "4 ans", "Remplacement en groupe", today.minusDays(2));
            requests.schedule(request, List.of(requests.soon()), manager);
            assignAll(request, 0);
            requests.changeNow(request, (it, clock) -> it.cancel("L’éducatrice est revenue plus tôt.", manager, clock));
        }

        /** Expected since an hour or two; the client has just said that she has not arrived. */
        private void late() {
            ReplacementRequest request = create(last, "Éducatrice", "Poupons", "Ouverture", today.minusDays(1));
            requests.schedule(request, List.of(requests.underway()), manager);
            Substitute substitute = substitutes.get(substitutes.size() - 1);
            requests.assignAll(request, substitute, dispatcher);
            UUID shift = request.shifts().get(0).id();
            requests.changeNow(request, (it, clock) -> it.reportLate(shift, substitute.name(), manager, clock));
        }

        /** Somebody was confirmed, and is taken off again. */
        private void withdrawn() {
            ReplacementRequest request = create(last, "Éducatrice", "18 mois à 3 ans", "Pauses", today.minusDays(3));
            schedule(request, monday.plusWeeks(2).plusDays(3), 1, "10:00", "14:00", 0);
            assignAll(request, 1);
            UUID shift = request.shifts().get(0).id();
            String name = substitutes.get(1).name();
            requests.changeNow(
                    request,
                    (it, clock) -> it.settle(shift, Outcome.RELEASED, name, "Elle est malade.", dispatcher, clock));
        }

        private void declined() {
            ReplacementRequest request =
                    create(last, "Adjointe administrative", "Sans groupe", "Soutien", today.minusDays(5));
            schedule(request, monday.plusWeeks(2).plusDays(1), 5, "08:30", "16:30", 60);
            String reason = "Le service n’a personne pour cette fonction avant le mois prochain.";
            requests.change(request, today.minusDays(4), "09:30", (it, clock) -> it.decline(reason, dispatcher, clock));
        }

        private ReplacementRequest create(
                Facility facility, String jobFunction, String ageGroup, String taskType, LocalDate day) {
            return requests.create(new DemoNeed(facility, jobFunction, ageGroup, taskType), manager, day);
        }

        private void schedule(
                ReplacementRequest request, LocalDate start, int days, String from, String to, int breakMinutes) {
            requests.schedule(request, requests.days(start, days, from, to, breakMinutes), manager);
        }

        private void assignAll(ReplacementRequest request, int substitute) {
            requests.assignAll(request, substitutes.get(substitute), dispatcher);
        }

        /** Runs the change of statuses by time just after midnight of a day. */
        private void advance(ReplacementRequest request, LocalDate day) {
            requests.change(request, day, "00:05", (it, clock) -> it.advance(clock));
        }

        private void declare(TimeEntry entry, int moreMinutes, boolean meal, String note) {
            timesheets.declare(
                    entry, requests.at(entry.day().plusDays(1), "09:00"), moreMinutes, meal, note, dispatcher);
        }
    }
}
