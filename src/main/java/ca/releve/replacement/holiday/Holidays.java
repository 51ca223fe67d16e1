package ca.releve.replacement.holiday;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The legal holidays of Québec: dates from a library, names from the messages. */
@Component
public class Holidays {

    private static final String NATIONAL_HOLIDAY = "SAINT_JEAN_BAPTISTE_DAY";

    private static final Map<String, EasterHoliday> EASTER = Map.of(
            "christian.GOOD_FRIDAY", EasterHoliday.GOOD_FRIDAY, "christian.EASTER_MONDAY", EasterHoliday.EASTER_MONDAY);

    private final HolidayManager calendar =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.CANADA));
    private final MessageSource messages;

    Holidays(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The names of the holidays of these days, both included, in the user's language.
     *
     * @param easter the choice of the service
     */
    public Map<LocalDate, String> between(LocalDate first, LocalDate last, EasterHoliday easter, Locale locale) {
        Map<LocalDate, String> names = new TreeMap<>();
        for (Holiday holiday : calendar.getHolidays(first.minusDays(1), last, "qc")) {
            EasterHoliday day = EASTER.get(holiday.getPropertiesKey());
            if (holiday.getType() == HolidayType.PUBLIC_HOLIDAY && (day == null || day == easter)) {
                put(names, holiday.getDate(), name(holiday, locale), first);
                if (isNationalHolidayOnSunday(holiday)) {
                    put(names, holiday.getDate().plusDays(1), name(holiday, locale), first);
                }
            }
        }
        names.keySet().removeIf(day -> day.isAfter(last));
        return names;
    }

    /** Whether a day around Easter, which may be a legal holiday or not, is among these days, both included. */
    public boolean touchesEaster(LocalDate first, LocalDate last) {
        return calendar.getHolidays(first, last, "qc").stream()
                .anyMatch(it -> EASTER.containsKey(it.getPropertiesKey()));
    }

    /** On a Sunday without work, the holiday is the Monday after (Loi sur la fête nationale, art. 3). */
    private static boolean isNationalHolidayOnSunday(Holiday holiday) {
        return holiday.getPropertiesKey().equals(NATIONAL_HOLIDAY)
                && holiday.getDate().getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static void put(Map<LocalDate, String> names, LocalDate day, String name, LocalDate first) {
        if (!day.isBefore(first)) {
            names.put(day, name);
        }
    }

    private String name(Holiday holiday, Locale locale) {
        return messages.getMessage(
                "holiday." + holiday.getPropertiesKey(), null, holiday.getDescription(locale), locale);
    }
}
