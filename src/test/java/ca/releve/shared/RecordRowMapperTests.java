package ca.releve.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.testing.PortalTest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class RecordRowMapperTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void componentsAreReadFromColumnsOfTheirName() {
        UUID id = UUID.randomUUID();

        Types read = jdbc.sql("""
                        select 7::bigint as minutes, 2.00 as hours, true as open, 'MONDAY' as week_day, :id as id,
                               timestamptz '2027-03-14 02:30:00.123456+00' as starts_at, date '2027-03-14' as day,
                               time '22:00' as ends, 'America/Toronto' as zone, 'Éducatrice' as job_function
                        """)
                .param("id", id)
                .query(RecordRowMapper.of(Types.class))
                .single();

        assertThat(read)
                .isEqualTo(new Types(
                        id,
                        "Éducatrice",
                        Instant.parse("2027-03-14T02:30:00.123456Z"),
                        LocalDate.of(2027, 3, 14),
                        LocalTime.of(22, 0),
                        ZoneId.of("America/Toronto"),
                        DayOfWeek.MONDAY,
                        7,
                        2L,
                        true));
    }

    @Test
    void aRecordInARecordIsReadFromColumnsWithItsNameAndIsNullWithoutAny() {
        assertThat(read("select 'a' as name, 1 as next_count, 'b' as next_last_name"))
                .isEqualTo(new Outer("a", new Inner("b", 1)));
        assertThat(read("select 'a' as name, null::int as next_count, 'b' as next_last_name"))
                .isEqualTo(new Outer("a", new Inner("b", 0)));
        assertThat(read("select 'a' as name, null::int as next_count, null as next_last_name"))
                .isEqualTo(new Outer("a", null));
    }

    @Test
    void aMissingColumnIsAnError() {
        assertThatThrownBy(() -> read("select 'a' as name, 1 as next_count"))
                .isInstanceOf(DataAccessException.class)
                .hasRootCauseMessage("The column name next_last_name was not found in this ResultSet.");
    }

    private Outer read(String statement) {
        return jdbc.sql(statement).query(RecordRowMapper.of(Outer.class)).single();
    }

    private record Types(
            UUID id,
            String jobFunction,
            Instant startsAt,
            LocalDate day,
            LocalTime ends,
            ZoneId zone,
            DayOfWeek weekDay,
            int minutes,
            Long hours,
            boolean open) {}

    private record Outer(String name, Inner next) {}

    private record Inner(String lastName, int count) {}
}
