package ca.releve.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formats dates, times, hours and telephone links of a page, in the language of the reader and in the time zone of Québec.
 * Templates refer to it as {@code #fmt}.
 */
public final class Formats {

    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9][^\\p{L}#,;]*");

    private final Locale locale;
    private final ZoneId zone;

    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    /** {@code 2027-03-07}, for tables and forms. */
    public String date(Instant instant) {
        return DateText.format(at(instant).toLocalDate());
    }

    public String date(LocalDate date) {
        return DateText.format(date);
    }

    /** {@code dim. 7 mars}, for lists. */
    public String day(Instant instant) {
        return DateText.shortDay(at(instant).toLocalDate(), locale);
    }

    public String day(LocalDate date) {
        return DateText.shortDay(date, locale);
    }

    /** {@code 08:30}, for tables and forms. */
    public String time(Instant instant) {
        return TimeText.format(at(instant).toLocalTime());
    }

    public String time(LocalTime time) {
        return TimeText.format(time);
    }

    /** {@code 2027-03-07 à 08:30}. */
    public String dateTime(Instant instant) {
        return date(instant) + (english() ? " at " : " à ") + time(instant);
    }

    /** « le dimanche 7 mars 2027, à 8 h 30 ». */
    public String sentence(Instant instant) {
        LocalDateTime at = at(instant);
        return DateText.words(at.toLocalDate(), locale)
                + (english() ? ", at " : ", à ")
                + TimeText.words(at.toLocalTime(), locale);
    }

    /** « le dimanche 7 mars 2027 ». */
    public String sentence(LocalDate date) {
        return DateText.words(date, locale);
    }

    /** « dimanche 7 mars 2027 », for titles and lists. */
    public String dayInFull(LocalDate date) {
        return DateText.day(date, locale);
    }

    /** « 8 h 30 », for sentences. */
    public String timeInWords(LocalTime time) {
        return TimeText.words(time, locale);
    }

    /** « aujourd’hui à 12 h », « demain à 6 h 45 », « le dimanche 7 mars 2027, à 8 h 30 ». */
    public String soon(Instant instant, LocalDate today) {
        LocalDateTime at = at(instant);
        String time = (english() ? " at " : " à ") + TimeText.words(at.toLocalTime(), locale);
        if (at.toLocalDate().equals(today)) {
            return (english() ? "today" : "aujourd’hui") + time;
        }
        return at.toLocalDate().equals(today.plusDays(1))
                ? (english() ? "tomorrow" : "demain") + time
                : sentence(instant);
    }

    /** The date of an instant in Québec. */
    public LocalDate civilDay(Instant instant) {
        return at(instant).toLocalDate();
    }

    /** Whether a period ends on a later day than it starts, which the page states (TIM-03). */
    public boolean endsNextDay(Instant start, Instant end) {
        return at(end).toLocalDate().isAfter(at(start).toLocalDate());
    }

    /** @param minutes whole minutes, shown as {@code 7,50} */
    public String hours(int minutes) {
        return HoursText.format(minutes, locale);
    }

    /** @param minutes signed whole minutes, shown as {@code +1,00} or {@code −0,25} */
    public String signed(int minutes) {
        return HoursText.signed(minutes, locale);
    }

    /** @param minutes whole minutes, shown as {@code 7 h 30} */
    public String hoursWords(int minutes) {
        return HoursText.words(minutes, locale);
    }

    /**
     * The address of a telephone link. It contains only the first number of the text: a telephone would dial the digits of an
     * extension such as « poste 12 » as a part of the number.
     *
     * @return null if the text contains no number
     */
    public String dial(String phone) {
        Matcher number = DIALLED.matcher(phone == null ? "" : phone);
        return number.find() ? "tel:" + number.group().replaceAll("[^0-9+]", "") : null;
    }

    private LocalDateTime at(Instant instant) {
        return WallClock.shown(instant, zone);
    }

    private boolean english() {
        return "en".equals(locale.getLanguage());
    }
}
