package ca.releve.shared;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Arrays;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Maps a row to a record by name: the component {@code startsAt} is read from the column {@code starts_at}.
 *
 * <p>A component that is a record itself is read from the columns with its name as prefix, {@code next_starts_at} for
 * {@code next.startsAt}, and is null if all of these are null. An {@link Instant} is read from a {@code timestamptz}. A
 * primitive is 0 or {@code false} for null.
 */
public final class RecordRowMapper<R extends Record> implements RowMapper<R> {

    private static final ConversionService CONVERSION = DefaultConversionService.getSharedInstance();

    private final Constructor<R> constructor;
    private final Component[] components;

    private RecordRowMapper(Class<R> type, String prefix) {
        RecordComponent[] declared = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
        components = Arrays.stream(declared).map(it -> Component.of(it, prefix)).toArray(Component[]::new);
    }

    public static <R extends Record> RecordRowMapper<R> of(Class<R> type) {
        return new RecordRowMapper<>(type, "");
    }

    @Override
    public R mapRow(ResultSet row, int number) throws SQLException {
        return BeanUtils.instantiateClass(constructor, values(row));
    }

    private Object[] values(ResultSet row) throws SQLException {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].read(row);
        }
        return values;
    }

    private R orNull(ResultSet row) throws SQLException {
        Object[] values = values(row);
        return Arrays.stream(values).allMatch(it -> it == null)
                ? null
                : BeanUtils.instantiateClass(constructor, values);
    }

    /** @param nested null for a component that is one column */
    private record Component(String column, Class<?> type, RecordRowMapper<?> nested) {

        static Component of(RecordComponent component, String prefix) {
            String column = prefix + JdbcUtils.convertPropertyNameToUnderscoreName(component.getName());
            Class<?> type = component.getType();
            return new Component(
                    column,
                    type,
                    type.isRecord() ? new RecordRowMapper<>(type.asSubclass(Record.class), column + "_") : null);
        }

        Object read(ResultSet row) throws SQLException {
            if (nested != null) {
                return nested.orNull(row);
            }
            if (type == String.class) {
                return row.getString(column);
            }
            if (type == Instant.class) {
                OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
                return moment == null ? null : moment.toInstant();
            }
            if (Temporal.class.isAssignableFrom(type)) {
                return row.getObject(column, type);
            }
            Object value = row.getObject(column);
            return value == null ? null : CONVERSION.convert(value, type);
        }
    }
}
