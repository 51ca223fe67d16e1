package ca.releve.replacement.schedule;

import ca.releve.format.TimeText;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The address of a preview: its definition, and the days whose ticks differ from the default. */
final class PreviewAddress {

    private PreviewAddress() {}

    static String of(UUID requestId, ScheduleForm form, SchedulePreview preview) {
        ScheduleDefinition definition = preview.definition();
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/remplacements/" + requestId + "/horaire")
                .queryParam("startDate", definition.startDate())
                .queryParam("endDate", definition.endDate())
                .queryParam("startTime", TimeText.format(definition.startTime()))
                .queryParam("endTime", TimeText.format(definition.endTime()))
                .queryParam(
                        "unpaidBreak", UriUtils.encode(definition.unpaidBreak().typed(), StandardCharsets.UTF_8))
                .queryParam(
                        "weekdays",
                        form.getWeekdays().stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
        if (definition.startOccurrence() != null) {
            address.queryParam("startOccurrence", definition.startOccurrence());
        }
        if (definition.endOccurrence() != null) {
            address.queryParam("endOccurrence", definition.endOccurrence());
        }
        if (form.isExact()) {
            address.queryParam("exact", true);
        }
        add(address, "with", preview, day -> day.ticked() && day.holiday() != null);
        add(address, "without", preview, day -> !day.ticked() && day.holiday() == null && day.isPossible());
        return address.fragment("apercu").build().toUriString();
    }

    private static void add(
            UriComponentsBuilder address, String name, SchedulePreview preview, Predicate<PlannedDays.Day> which) {
        String days =
                preview.days().stream().filter(which).map(PlannedDays.Day::key).collect(Collectors.joining(","));
        if (!days.isEmpty()) {
            address.queryParam(name, days);
        }
    }
}
