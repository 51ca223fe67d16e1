package ca.releve.replacement.week;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which week is shown; the components are the parameters of the address.
 *
 * @param date a day of the week; null for this week
 * @param installation a facility; null for all facilities of the manager
 */
public record WeekFilter(LocalDate date, UUID installation) {}
