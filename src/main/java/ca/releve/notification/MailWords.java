package ca.releve.notification;

import ca.releve.format.Formats;
import ca.releve.replacement.Booking;
import ca.releve.replacement.PlannedShift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/**
 * Formats the arguments of a mail in the language of its recipient.
 *
 * @param today the day on which the mail is written
 */
record MailWords(MessageSource messages, Locale locale, ZoneId zone, LocalDate today) {

    /** An argument whose words depend on the language. */
    interface Argument extends Function<MailWords, String> {}

    String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** « le lundi 8 mars 2027, à 8 h 30 ». */
    String sentence(Instant instant) {
        return formats().sentence(instant);
    }

    String sentence(LocalDate date) {
        return formats().sentence(date);
    }

    /**
     * The days of some shifts, for a subject: « aujourd’hui, lundi 8 mars 2027 », « du lundi 8 mars 2027 au vendredi 12 mars
     * 2027 ». There is no article before the first day, so that it follows a colon.
     */
    String days(List<PlannedShift> shifts) {
        List<LocalDate> days = shifts.stream().map(PlannedShift::day).sorted().toList();
        return days(days.get(0), days.get(days.size() - 1));
    }

    /** The days from the first start to the day of the last end; a request without a schedule says so. */
    String days(RequestRecipients.Period period) {
        return period == null
                ? message("mail.no-days")
                : days(
                        formats().civilDay(period.firstStart()),
                        formats().civilDay(period.lastEnd().minusNanos(1)));
    }

    private String days(LocalDate first, LocalDate last) {
        String key = first.equals(last) ? "mail.day" : "mail.days";
        return message(
                key + (first.equals(today) ? ".today" : ""),
                formats().dayInFull(first),
                formats().dayInFull(last));
    }

    /** Each shift on a line of its own. */
    String shifts(List<PlannedShift> shifts) {
        return shifts.stream()
                .sorted(Comparator.comparing(PlannedShift::startsAt))
                .map(this::shift)
                .collect(Collectors.joining("\n"));
    }

    /** Each booking on a line of its own; one that was moved with its times before. */
    String bookings(List<Booking> bookings) {
        return bookings.stream()
                .map(it -> it.before().equals(it.planned())
                        ? shift(it.planned())
                        : message("mail.shift.moved", shift(it.before()), shift(it.planned())))
                .collect(Collectors.joining("\n"));
    }

    /** « lundi 8 mars 2027, de 8 h 30 à 16 h 30, pause non payée de 30 min ». */
    private String shift(PlannedShift shift) {
        LocalDate lastDay = shift.endsAt().atZone(shift.zone()).toLocalDate();
        String times = message(
                lastDay.equals(shift.day()) ? "mail.shift" : "mail.shift.next-day",
                formats().dayInFull(shift.day()),
                formats().timeInWords(shift.startTime()),
                formats().timeInWords(shift.endTime()));
        return times
                + (shift.breakMinutes() == 0
                        ? message("mail.shift.no-break")
                        : message("mail.shift.break", String.valueOf(shift.breakMinutes())))
                + (shift.breakText().isEmpty() ? "" : " (" + shift.breakText() + ")");
    }

    /** Declared hours, each line with its day, the substitute and the hours: « lundi 8 mars 2027 : Nadia Benali, 7,50 h ». */
    String hours(List<HoursOfMail.DeclaredRow> lines) {
        return lines.stream()
                .map(it -> message(
                        "mail.hours",
                        formats().dayInFull(it.planned().day()),
                        it.substitute(),
                        formats().hours(it.finalMinutes())))
                .collect(Collectors.joining("\n"));
    }

    /** « Fonction : Éducatrice », « Groupe d’âge : 4 ans ». */
    String need(RequestRecipients.Need need) {
        boolean english = locale.getLanguage().equals("en");
        return message(
                "mail.need",
                english ? need.jobFunctionEn() : need.jobFunctionFr(),
                english ? need.ageGroupEn() : need.ageGroupFr());
    }

    private Formats formats() {
        return new Formats(locale, zone);
    }
}
