package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.AccountNews.AdministratorInvited;
import ca.releve.account.AccountNews.ConfirmationRequested;
import ca.releve.account.AccountNews.EmailChangeAsked;
import ca.releve.account.AccountNews.EmailChangeOffered;
import ca.releve.account.AccountNews.EmailChanged;
import ca.releve.account.AccountNews.EmailChangedByServiceFrom;
import ca.releve.account.AccountNews.EmailChangedByServiceTo;
import ca.releve.account.AccountNews.EmailWantedByAnother;
import ca.releve.account.AccountNews.PasskeyAdded;
import ca.releve.account.AccountNews.PasskeyLinkRequested;
import ca.releve.account.AccountNews.PasskeyRemoved;
import ca.releve.account.AccountNews.PasskeysLost;
import ca.releve.account.AccountNews.PasswordChanged;
import ca.releve.account.AccountNews.PasswordResetRequested;
import ca.releve.account.AccountNews.PasswordResetStarted;
import ca.releve.account.AccountNews.SignedUpAgain;
import ca.releve.account.AccountNews.StaffInvited;
import ca.releve.account.AccountNews.UnconfirmedPasswordForgotten;
import ca.releve.account.Addressee;
import ca.releve.client.AccessGranted;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.replacement.Booking;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementEvent;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.RequestEvent.InfoAsked;
import ca.releve.replacement.RequestEvent.InfoGiven;
import ca.releve.replacement.RequestEvent.RequestCancelled;
import ca.releve.replacement.RequestEvent.RequestDeclined;
import ca.releve.replacement.RequestEvent.RequestEdited;
import ca.releve.replacement.RequestEvent.ScheduleDefined;
import ca.releve.replacement.RequestManagers;
import ca.releve.replacement.ShiftChanged;
import ca.releve.replacement.ShiftEvent.ShiftCancelled;
import ca.releve.replacement.ShiftEvent.ShiftUnfilled;
import ca.releve.replacement.ShiftEvent.SubstituteConfirmed;
import ca.releve.replacement.ShiftEvent.SubstituteLate;
import ca.releve.replacement.ShiftSettled;
import ca.releve.replacement.SubstituteNotified;
import ca.releve.replacement.SubstituteNotified.Recipient;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.timesheet.HoursHandedIn;
import ca.releve.timesheet.TimeEntry;
import ca.releve.timesheet.TimeEntryEvent;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryReopened;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryReturned;
import ca.releve.web.settings.ServiceProperties;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads every mail of every kind in both languages, about shifts at the edges: nights, first days of months, one day, many days. */
@PortalTest
class EveryMailTests {

    private static final ZoneId QUEBEC = ZoneId.of("America/Toronto");
    private static final Instant NOW = Instant.parse("2027-03-01T13:00:00Z");
    private static final PlannedShift TODAY = shift("2027-03-01T12:00", "2027-03-01T15:45", 0);
    private static final PlannedShift FIRST_OF_MONTH = shift("2027-04-01T08:00", "2027-04-01T16:15", 45);
    private static final PlannedShift CLOCK_CHANGE =
            withBreaks(shift("2027-03-13T22:05", "2027-03-14T06:20", 30), "2 × 15");

    private static final Pattern DOUBLED =
            Pattern.compile("(?iu)(?<![\\p{L}’'-])(\\p{L}+)[\\s\\u00a0]+\\1(?![\\p{L}’'-])");
    private static final Pattern BROKEN = Pattern.compile(
            "(?iu)null|[{}]|\\b(du|de|à|au|le)[\\s\\u00a0]+les?\\b|\\bfrom from\\b|\\bMail[A-Z]|,\\s*,|\\?\\?| {2,}|\\n{3,}|: *\\n*$");

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    OutgoingMails mails;

    @Autowired
    @Qualifier(MailScheduler.MAILS)
    SchedulerClient scheduler;

    @Autowired
    MessageSource messages;

    @Autowired
    EntityManager entities;

    @Autowired
    MailIdentity identity;

    @Autowired
    ServiceProperties service;

    @Autowired
    RequestRecipients recipients;

    @Autowired
    ChangedFields fields;

    @Autowired
    RequestManagers managers;

    @Autowired
    HoursOfMail hoursOfMail;

    @Autowired
    TimeEntries timeEntries;

    private final List<MailDraft> drafts = new ArrayList<>();
    private SomeClient client;
    private Substitute substitute;
    private ReplacementRequest request;
    private Actor staff;
    private Actor manager;

    @BeforeEach
    void createARequest() {
        clock.set(NOW);
        client = world.client();
        substitute = world.save(new Substitute("Hélène", "D’Amours", "", "", false));
        request = world.sentRequest(client, TODAY, FIRST_OF_MONTH);
        staff = world.actor(world.dispatcher());
        manager = world.actor(client.account());
    }

    @Test
    void everyMailOfEveryKindIsWholeInBothLanguages() {
        List<OutgoingMail> written = transaction.execute(status -> {
            Recorder recorder = new Recorder();
            accounts(new AccountMails(recorder));
            for (List<PlannedShift> shifts :
                    List.of(List.of(TODAY), List.of(FIRST_OF_MONTH), List.of(CLOCK_CHANGE, FIRST_OF_MONTH))) {
                requests(recorder, shifts);
                hours(recorder, shifts);
                substitutes(new SubstituteMails(recorder, recipients, fields), shifts);
            }
            List<OutgoingMail> all = new ArrayList<>();
            for (MailDraft draft : List.copyOf(drafts)) {
                all.add(mails.findById(recorder.add(in("fr", draft))).orElseThrow());
                all.add(mails.findById(recorder.add(in("en", draft))).orElseThrow());
            }
            status.setRollbackOnly();
            return all;
        });

        assertThat(written).allSatisfy(EveryMailTests::isWhole);
        assertThat(written.stream().map(OutgoingMail::kind).distinct()).containsExactlyInAnyOrderElementsOf(kinds());
    }

    @Test
    void mailsAboutShiftsSayTheDayThePlaceTheEndAndTheQualification() {
        List<OutgoingMail> written = transaction.execute(status -> {
            Recorder recorder = new Recorder();
            requests(recorder, List.of(CLOCK_CHANGE));
            substitutes(new SubstituteMails(recorder, recipients, fields), List.of(CLOCK_CHANGE));
            status.setRollbackOnly();
            return recorder.stored;
        });

        assertThat(written).allSatisfy(mail -> {
            assertThat(mail.subject()).contains(client.facility().name()).containsPattern("\\d{4}");
            if (mail.recipient().equals(service.email())) {
                assertThat(mail.subject()).contains(client.client().name());
            }
        });
        assertThat(written.stream().filter(it -> !List.of(
                                "request-changed",
                                "request-changed-by-service",
                                "request-answered",
                                "request-declined",
                                "request-info-asked")
                        .contains(it.kind())))
                .allSatisfy(mail -> {
                    assertThat(mail.subject().replace('\u00a0', ' ')).contains("samedi 13 mars 2027");
                    assertThat(mail.readableBody().replace('\u00a0', ' '))
                            .contains(
                                    "samedi 13 mars 2027, de 22 h 05 à 6 h 20 le lendemain, pause non payée de 30 min",
                                    "(2 × 15)");
                });
        assertThat(of("request-submitted", written).readableBody()).contains("Une personne qualifiée est demandée.");
        assertThat(of("substitute-confirmed", written).readableBody()).contains("Personne non qualifiée.");
    }

    @Test
    void mailsAboutHoursSayTheDayThePlaceThePersonAndTheHours() {
        List<OutgoingMail> written = transaction.execute(status -> {
            Recorder recorder = new Recorder();
            hours(recorder, List.of(CLOCK_CHANGE));
            status.setRollbackOnly();
            return recorder.stored;
        });

        assertThat(written.stream().map(OutgoingMail::kind))
                .containsExactlyInAnyOrder(
                        "hours-to-approve",
                        "hours-reopened",
                        "hours-returned",
                        "hours-returned",
                        "hours-returned-by-colleague");
        assertThat(written).allSatisfy(mail -> {
            assertThat(mail.subject().replace('\u00a0', ' '))
                    .contains("samedi 13 mars 2027", client.facility().name());
            assertThat(mail.readableBody().replace('\u00a0', ' ')).containsPattern("samedi 13 mars 2027 : .+, 6,75 h");
            if (mail.recipient().equals(service.email())) {
                assertThat(mail.subject()).contains(client.client().name());
            }
        });
    }

    private void accounts(AccountMails to) {
        Addressee nadia = new Addressee("nadia@example.test", "Nadia D’Amours", "fr");
        UUID token = UUID.randomUUID();
        Instant later = NOW.plusSeconds(3600);
        to.on(new ConfirmationRequested(nadia, token, later));
        to.on(new SignedUpAgain(nadia));
        to.on(new PasswordResetRequested(nadia, token, later));
        to.on(new UnconfirmedPasswordForgotten(nadia));
        to.on(new PasswordChanged(nadia));
        to.on(new PasswordResetStarted(nadia, token, later));
        to.on(new EmailChangeAsked(nadia, token, later, "nouvelle@example.test"));
        to.on(new EmailChangeOffered(nadia, token, later));
        to.on(new PasskeyAdded(nadia, "Téléphone"));
        to.on(new PasskeyRemoved(nadia, "Téléphone"));
        to.on(new PasskeysLost(nadia));
        to.on(new PasskeyLinkRequested(nadia, token, later));
        to.on(new StaffInvited(nadia));
        to.on(new EmailWantedByAnother(nadia));
        to.on(new EmailChanged(nadia, "nouvelle@example.test"));
        to.on(new EmailChangedByServiceFrom(nadia));
        to.on(new EmailChangedByServiceTo(nadia));
        to.on(new AdministratorInvited(nadia));
        to.on(AccessGranted.to(client.manager()));
    }

    private void requests(Recorder recorder, List<PlannedShift> shifts) {
        RequestMailer mailer = new RequestMailer(recorder, recipients, service);
        requests(new ReplacementMails(mailer, recipients, fields), shifts);
        shifts(new ShiftMails(recorder, mailer, recipients, clock), shifts);
    }

    /** Hours of a night or of a day, returned by the manager of the request and by a colleague, reopened, handed in. */
    private void hours(Recorder recorder, List<PlannedShift> shifts) {
        HoursMails to = new HoursMails(recorder, recipients, managers, hoursOfMail, service);
        TimeEntry entry = worked(shifts);
        TimeEntryEvent.Subject line = new TimeEntryEvent.Subject(entry.id(), entry.shift(), entry.day());
        to.on(new HoursHandedIn(entry.shift().requestId(), staff));
        to.on(new TimeEntryReopened(line, staff, 420, "Mme Tremblay a téléphoné."));
        to.on(new TimeEntryReturned(line, manager, "Elle est partie à 15 h."));
        to.on(new TimeEntryReturned(line, world.actor(world.limitedManager(client)), "Elle est partie à 15 h."));
    }

    /** The first of the time entries of these shifts, whose hours are all declared. */
    private TimeEntry worked(List<PlannedShift> shifts) {
        Worked worked = timeEntries.worked(client, client.facility(), shifts.toArray(PlannedShift[]::new));
        entities.createNativeQuery("""
                        update time_entry set status = 'SUBMITTED', declared_starts_at = planned_starts_at, meal = false,
                               declared_ends_at = planned_ends_at, declared_break_minutes = planned_break_minutes,
                               declared_minutes = planned_minutes, declared_meal = false, declared_note = '',
                               submitted_at = now(), submitted_by = 'Josée Lavoie'
                         where request_id = ?1
                        """).setParameter(1, worked.request().id()).executeUpdate();
        return timeEntries.get(worked.id(0));
    }

    private void requests(ReplacementMails to, List<PlannedShift> shifts) {
        UUID of = request.clientId();
        UUID id = request.id();
        List<Booking> booked = bookings(shifts, shifts);
        to.on(new ScheduleDefined(of, id, manager, shifts, true));
        to.on(new ScheduleDefined(of, id, manager, shifts, false));
        to.on(new ScheduleDefined(of, id, staff, shifts, false));
        to.on(new RequestCancelled(of, id, manager, shifts, "L’éducatrice est revenue.", List.of()));
        to.on(new RequestCancelled(of, id, staff, shifts, "Mme Tremblay a téléphoné.", booked));
        to.on(new RequestEdited(of, id, manager, List.of(), List.of()));
        to.on(new RequestEdited(of, id, staff, changes(), booked));
        to.on(new InfoAsked(of, id, staff, "Quelle porte?"));
        to.on(new InfoGiven(of, id, manager, "La porte verte."));
        to.on(new RequestDeclined(of, id, staff, "Personne cette semaine."));
    }

    private void shifts(ShiftMails to, List<PlannedShift> shifts) {
        UUID of = request.clientId();
        UUID id = request.id();
        List<Booking> booked = bookings(shifts, shifts);
        PlannedShift first = shifts.get(0);
        to.on(new ShiftChanged(of, id, manager, id, TODAY, first, ShiftChanged.Effect.TO_RECONFIRM, booked));
        to.on(new ShiftChanged(of, id, manager, id, TODAY, first, ShiftChanged.Effect.NONE, List.of()));
        for (ShiftChanged.Effect effect : ShiftChanged.Effect.values()) {
            to.on(new ShiftChanged(of, id, staff, id, TODAY, first, effect, booked));
        }
        to.on(new ShiftCancelled(of, id, manager, id, first, "L’éducatrice est revenue.", booked));
        to.on(new ShiftCancelled(of, id, staff, id, first, "Mme Tremblay a téléphoné.", List.of()));
        to.on(new SubstituteConfirmed(of, id, staff, substitute.id(), substitute.name(), false, booked));
        to.on(new SubstituteLate(of, id, manager, id, first, substitute.name(), booked));
        UUID shift = cancelledShift();
        to.on(settled(shift, first, ShiftSettled.Outcome.RELEASED, booked));
        clock.set(first.endsAt());
        to.on(settled(shift, first, ShiftSettled.Outcome.RELEASED, booked));
        clock.set(NOW);
        to.on(settled(shift, first, ShiftSettled.Outcome.RECONFIRMED, List.of()));
        to.on(settled(shift, first, ShiftSettled.Outcome.GIVEN_UP, List.of()));
        to.on(new ShiftUnfilled(of, id, Actor.PORTAL, shift, first));
        List<Booking> again = List.of(new Booking(id, shift, substitute.id(), first, first));
        to.on(new SubstituteConfirmed(of, id, staff, substitute.id(), substitute.name(), true, again));
    }

    private ShiftSettled settled(
            UUID shift, PlannedShift planned, ShiftSettled.Outcome outcome, List<Booking> bookings) {
        return new ShiftSettled(
                request.clientId(),
                request.id(),
                staff,
                shift,
                planned,
                outcome,
                substitute.name(),
                "Malade.",
                bookings);
    }

    /** A field that was empty, and one whose text has words of the messages around it. */
    private static List<String> changes() {
        return List.of(
                Fact.message("field.notes"),
                Fact.text(""),
                Fact.text("Sonner en bas."),
                Fact.message("field.facilityId"),
                Fact.text("Du Parc"),
                Fact.text("Les Érables"));
    }

    private void substitutes(SubstituteMails to, List<PlannedShift> shifts) {
        UUID of = request.clientId();
        UUID id = request.id();
        List<Booking> same = bookings(shifts, shifts);
        List<ReplacementEvent> events = List.of(
                new SubstituteConfirmed(of, id, staff, substitute.id(), substitute.name(), true, same),
                new RequestEdited(of, id, manager, changes(), same),
                new ShiftChanged(
                        of,
                        id,
                        manager,
                        id,
                        TODAY,
                        shifts.get(0),
                        ShiftChanged.Effect.TO_RECONFIRM,
                        bookings(List.of(TODAY), List.of(shifts.get(0)))),
                new RequestCancelled(of, id, manager, shifts, "Revenue.", same),
                new ShiftSettled(
                        of,
                        id,
                        staff,
                        id,
                        shifts.get(0),
                        ShiftSettled.Outcome.RELEASED,
                        substitute.name(),
                        "Malade.",
                        same));
        Recipient recipient = new Recipient("Hélène", substitute.name(), "helene@example.test");
        events.forEach(it -> to.on(new SubstituteNotified(it, recipient, it.bookings(), List.of())));
    }

    /** A shift from which somebody was taken. */
    private UUID cancelledShift() {
        ReplacementRequest other = world.confirmed(client, world.substitute(), FIRST_OF_MONTH);
        UUID shift = other.shifts().get(0).id();
        entities.createNativeQuery("update assignment set status = 'CANCELLED' where shift_id = ?1")
                .setParameter(1, shift)
                .executeUpdate();
        return shift;
    }

    private List<Booking> bookings(List<PlannedShift> before, List<PlannedShift> after) {
        List<Booking> bookings = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            bookings.add(
                    new Booking(UUID.randomUUID(), UUID.randomUUID(), substitute.id(), before.get(i), after.get(i)));
        }
        return bookings;
    }

    private static void isWhole(OutgoingMail mail) {
        String text = mail.subject() + "\n" + mail.readableBody();
        assertThat(DOUBLED.matcher(text.replaceAll("\\p{Punct}", "|")).results().map(it -> it.group()))
                .as("doubled words in %s:\n%s", mail.kind(), text)
                .isEmpty();
        assertThat(BROKEN.matcher(text).results().map(it -> it.group()))
                .as("%s:\n%s", mail.kind(), text)
                .isEmpty();
        assertThat(mail.subject()).as(mail.kind()).hasSizeBetween(10, 150);
    }

    private static OutgoingMail of(String kind, List<OutgoingMail> written) {
        return written.stream().filter(it -> it.kind().equals(kind)).findFirst().orElseThrow();
    }

    /** The kinds for which there are words. */
    private static TreeSet<String> kinds() {
        TreeSet<String> kinds = new TreeSet<>();
        ResourceBundle.getBundle("messages/notification", Locale.ROOT).keySet().stream()
                .filter(it -> it.startsWith("mail.") && it.endsWith(".subject"))
                .forEach(it -> kinds.add(it.substring("mail.".length(), it.length() - ".subject".length())));
        return kinds;
    }

    private static MailDraft in(String language, MailDraft draft) {
        return new MailDraft(
                draft.kind(),
                draft.recipient(),
                draft.name(),
                language,
                draft.path(),
                draft.tokenId(),
                draft.expiresAt(),
                draft.arguments(),
                draft.held());
    }

    private static PlannedShift withBreaks(PlannedShift shift, String typed) {
        return new PlannedShift(shift.startsAt(), shift.endsAt(), shift.breakMinutes(), shift.zone(), typed);
    }

    private static PlannedShift shift(String start, String end, int breakMinutes) {
        return new PlannedShift(
                LocalDateTime.parse(start).atZone(QUEBEC).toInstant(),
                LocalDateTime.parse(end).atZone(QUEBEC).toInstant(),
                breakMinutes,
                QUEBEC);
    }

    /** Keeps what the listeners queue. */
    private final class Recorder extends MailQueue {

        private final List<OutgoingMail> stored = new ArrayList<>();

        Recorder() {
            super(mails, scheduler, messages, identity, service, QUEBEC, clock);
        }

        @Override
        public UUID add(MailDraft draft) {
            drafts.add(draft);
            UUID id = super.add(draft);
            stored.add(mails.findById(id).orElseThrow());
            return id;
        }
    }
}
