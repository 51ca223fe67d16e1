package ca.releve.web;

import java.text.ParseException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.springframework.format.Formatter;

/** Binds what people type in forms with the strict parsers, and writes it back as they would type it. */
final class TypedFormats {

    private TypedFormats() {}

    /** Dates: {@code 2027-03-14} and the forms that people write. */
    static final class Dates implements Formatter<LocalDate> {

        @Override
        public LocalDate parse(String text, Locale locale) throws ParseException {
            return DateText.parse(text).orElseThrow(() -> new ParseException(text, 0));
        }

        @Override
        public String print(LocalDate date, Locale locale) {
            return DateText.format(date);
        }
    }

    /** Times: {@code 8h30}, {@code 8:30}, {@code 830}, {@code 08 h 30}. */
    static final class Times implements Formatter<LocalTime> {

        @Override
        public LocalTime parse(String text, Locale locale) throws ParseException {
            return TimeText.parse(text).orElseThrow(() -> new ParseException(text, 0));
        }

        @Override
        public String print(LocalTime time, Locale locale) {
            return TimeText.format(time);
        }
    }

    /** Decimal hours with a sign: {@code -1,00}, {@code 1.00}, {@code +0,25}. */
    static final class DecimalHours implements Formatter<Hours> {

        @Override
        public Hours parse(String text, Locale locale) throws ParseException {
            return new Hours(HoursText.parse(text).orElseThrow(() -> new ParseException(text, 0)));
        }

        @Override
        public String print(Hours hours, Locale locale) {
            return HoursText.field(hours.minutes(), locale);
        }
    }
}
