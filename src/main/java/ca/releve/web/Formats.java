package ca.releve.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a page writes dates, times, hours and the numbers that it dials, in the language of its reader and on the wall
 * clock of Québec. Templates call it {@code #fmt}.
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

    /** {@code dim. 7 mars}: for a line that a person scans. */
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

    /** The civil day on which something starts, for a reader in Québec. */
    public LocalDate civilDay(Instant instant) {
        return at(instant).toLocalDate();
    }

    /** Whether something that starts the one day ends the next or later: the page says so (TIM-03). */
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
     * Where a link dials: the number without what follows it, as « poste 12 », whose digits a telephone would take for
     * more of the number.
     *
     * @return null where there is nothing to dial, so that the page makes no link of it
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
