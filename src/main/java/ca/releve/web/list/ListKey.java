package ca.releve.web.list;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * An expression that a list is ordered by.
 *
 * @param expression SQL, a constant of the code
 * @param sqlType type of the expression; an address holds its value as text
 * @param lowest SQL of a value that no row is below
 * @param highest SQL of a value that no row is above
 * @param parser fails for a text that the database cannot cast to this type
 */
public record ListKey(String expression, String sqlType, String lowest, String highest, Consumer<String> parser) {

    private static final DateTimeFormatter POSTGRESQL = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]x[:mm]")
            .withResolverStyle(ResolverStyle.STRICT);

    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    /** A text, compared by the collation of the expression. */
    public static ListKey text(String expression) {
        return new ListKey(expression, "text", "''", "null", text -> {});
    }

    public static ListKey number(String expression) {
        return new ListKey(expression, "bigint", "-9223372036854775808", "9223372036854775807", Long::parseLong);
    }

    /** A moment, to the microsecond. */
    public static ListKey instant(String expression) {
        return new ListKey(expression, "timestamptz", "'-infinity'", "'infinity'", ListKey::parseInstant);
    }

    public static ListKey id(String expression) {
        return new ListKey(
                expression, "uuid", "'" + new UUID(0, 0) + "'", "'" + new UUID(-1, -1) + "'", UUID::fromString);
    }

    /** Whether the database can cast the text to the type of the expression. */
    boolean accepts(String text) {
        try {
            parser.accept(text);
            return text.indexOf('\0') < 0;
        } catch (IllegalArgumentException | DateTimeException other) {
            return false;
        }
    }

    private static void parseInstant(String text) {
        YEARS.checkValidValue(OffsetDateTime.parse(text, POSTGRESQL).getYear(), ChronoField.YEAR);
    }
}
