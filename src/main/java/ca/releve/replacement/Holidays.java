package ca.releve.replacement;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The legal holidays of Québec, kept by a library that follows the laws. */
@Component
class Holidays {

    private final HolidayManager calendar =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.CANADA));

    /** The names of the holidays of these days, both included, in the reader's language. */
    Map<LocalDate, String> between(LocalDate first, LocalDate last, Locale locale) {
        Map<LocalDate, String> names = new TreeMap<>();
        for (Holiday holiday : calendar.getHolidays(first, last, "qc")) {
            if (holiday.getType() == HolidayType.PUBLIC_HOLIDAY) {
                names.put(holiday.getDate(), holiday.getDescription(locale));
            }
        }
        return names;
    }
}
