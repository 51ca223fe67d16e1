package ca.releve.timesheet.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.replacement.PlannedShift;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.timesheet.TimeEntryStatus;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The declaration is guarded like the plan. */
@PortalTest
class DeclarationGuardPagesTests {

    private static final LocalDate DAY = TimeEntries.MONDAY;

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Visitor dispatcher;

    @Test
    void hoursDeclaredAtTwoClientsAtOnceAreRefused() {
        Substitute substitute = world.substitute();
        Worked first = worked(substitute, shift("06:00", "09:00"));
        Worked second = worked(substitute, shift("09:00", "12:00"));
        declare(first, Map.of());

        Page refused = declare(second, Map.of("startTime", "8:00", "endTime", "11:00"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problems())
                .containsExactly(substitute.name()
                        + " a déjà d’autres heures déclarées du 2026-03-02 à 06:00 au 2026-03-02 à 09:00, "
                        + first.client().facility().name() + " : une personne n’est qu’à un endroit à la fois");
        assertThat(refused.html().selectFirst("#startTime").val()).isEqualTo("08:00");
        assertThat(status(second)).isEqualTo(TimeEntryStatus.TO_FILL);
        assertThat(declare(second, Map.of("startTime", "9:00", "endTime", "11:00"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void theDatabaseRefusesHoursDeclaredAtTwoClientsAtOnce() {
        Substitute substitute = world.substitute();
        Worked first = worked(substitute, shift("06:00", "09:00"));
        Worked second = worked(substitute, shift("09:00", "12:00"));
        hours.submitAsPlanned(first.id(0));
        hours.submitAsPlanned(second.id(0));

        assertThatThrownBy(() -> startAnHourEarlier(second.id(0)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("time_entry_declared_once");
        hours.change(first.id(0), entry -> entry.returnForCorrection("Motif", TimeEntries.STAFF));
        startAnHourEarlier(second.id(0));
    }

    @Test
    void hoursAfterMidnightOfANightShiftAreDeclaredForTheNextDay() {
        Worked worked = worked(
                world.substitute(),
                TimeEntries.shift(DAY.atTime(22, 0), DAY.plusDays(1).atTime(9, 0), 0));

        Page asked = declare(worked, Map.of("startTime", "00:15", "endTime", "08:45"));
        assertThat(asked.problems())
                .containsExactly(
                        "Du 2026-03-03 à 00:15 au 2026-03-03 à 08:45 : c’est à plus de 2 heures de ce qui était"
                                + " prévu, du 2026-03-02 à 22:00 au 2026-03-03 à 09:00. Si c’est juste, cochez « Oui, c’est exact »");
        assertThat(dispatcher.press("Remettre", Map.of("exact", "true")).status())
                .isEqualTo(303);

        assertThat(hours.get(worked.id(0)).hours().finalMinutes()).isEqualTo(8 * 60 + 30);
        assertThat(world.signedIn(world.dispatcher())
                        .get("/admin/heures/" + worked.id(0))
                        .text())
                .contains("le mar. 3 mars 00:15–08:45", "8,50 h (2026-03-03, 00:15–08:45");
    }

    @Test
    void hoursThatAreNotOverYetAreRefused() {
        Worked worked = worked(world.substitute(), shift("08:30", "16:30"));
        clock.set(DAY.atTime(16, 45).atZone(TimeEntries.QUEBEC).toInstant());

        assertThat(declare(worked, Map.of("endTime", "17:15")).problems())
                .containsExactly("La fin est encore à venir : ces heures se déclarent une fois terminées");
        assertThat(declare(worked, Map.of("endTime", "16:45")).status()).isEqualTo(303);
    }

    @Test
    void anEndAtTheTimeOfTheStartIsNot24Hours() {
        Worked worked = worked(world.substitute(), shift("08:30", "16:30"));

        assertThat(declare(worked, Map.of("endTime", "8:30")).problems())
                .containsExactly("La fin ne peut pas être à la même heure que le début");
    }

    @Test
    void sevenToHalfPastFourAsksWhether1630IsMeant() {
        Worked worked = worked(world.substitute(), shift("07:00", "16:30"));

        Page asked = declare(worked, Map.of("startTime", "7:00", "endTime", "4:30"));

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.problems())
                .containsExactly(
                        "De 07:00 à 04:30, cela fait 21,50 h. Est-ce 16:30? Sinon, cochez « Oui, c’est exact »");
        assertThat(asked.html().select("#exact")).hasSize(1);
        assertThat(status(worked)).isEqualTo(TimeEntryStatus.TO_FILL);
    }

    @Test
    void moreThanTwelveHoursAreAcceptedOnceTheyAreSaidToBeExact() {
        Worked worked = worked(world.substitute(), shift("07:00", "18:00"));
        assertThat(declare(worked, Map.of()).html().select("#exact")).isEmpty();

        Worked other = worked(world.substitute(), shift("07:00", "18:00"));
        Page asked = declare(other, Map.of("endTime", "19:01"));
        assertThat(asked.problems())
                .containsExactly(
                        "Du 2026-03-02 à 07:00 au 2026-03-02 à 19:01, cela fait 12,02 h. Si c’est juste, cochez"
                                + " « Oui, c’est exact »");
        assertThat(asked.html().selectFirst("#endTime").val()).isEqualTo("19:01");

        assertThat(dispatcher.press("Remettre", Map.of("exact", "true")).status())
                .isEqualTo(303);
        assertThat(hours.get(other.id(0)).hours().finalMinutes()).isEqualTo(12 * 60 + 1);
    }

    @Test
    void twoHoursFromThePlanNeedNoQuestionAndOneMinuteMoreDoes() {
        Worked worked = worked(world.substitute(), shift("08:30", "16:30"));

        assertThat(declare(worked, Map.of("endTime", "18:31")).problems())
                .singleElement()
                .asString()
                .contains("plus de 2 heures de ce qui était prévu");
        assertThat(declare(worked, Map.of("endTime", "18:30")).status()).isEqualTo(303);
    }

    @Test
    void severalBreaksOfADayAreAddedUp() {
        Worked worked = worked(world.substitute(), shift("08:30", "16:30"));

        Page refused = declare(worked, Map.of("breakMinutes", "15+15", "meal", ""));
        assertThat(refused.html().selectFirst("#breakMinutes").val()).isEqualTo("15+15");
        assertThat(dispatcher.press("Remettre", Map.of("meal", "false")).status())
                .isEqualTo(303);

        assertThat(hours.get(worked.id(0)).hours().finalMinutes()).isEqualTo(7 * 60 + 30);
    }

    private Page declare(Worked worked, Map<String, String> typed) {
        dispatcher = world.signedIn(world.dispatcher());
        dispatcher.get("/admin/heures/" + worked.id(0) + "/saisie");
        Map<String, String> fields = new HashMap<>(Map.of("meal", "false"));
        fields.putAll(typed);
        return dispatcher.press("Remettre", fields);
    }

    private Worked worked(Substitute substitute, PlannedShift shift) {
        SomeClient client = world.client();
        return hours.worked(client, client.facility(), substitute, shift);
    }

    private static PlannedShift shift(String start, String end) {
        return TimeEntries.shift(LocalDateTime.parse(DAY + "T" + start), LocalDateTime.parse(DAY + "T" + end), 0);
    }

    private TimeEntryStatus status(Worked worked) {
        return hours.get(worked.id(0)).status();
    }

    private void startAnHourEarlier(UUID id) {
        jdbc.sql("update time_entry set declared_starts_at = declared_starts_at - interval '1 hour' where id = ?")
                .param(id)
                .update();
    }
}
