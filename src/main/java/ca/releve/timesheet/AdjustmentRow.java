package ca.releve.timesheet;

import java.time.Instant;
import java.util.UUID;

/**
 * An adjustment as a page shows it.
 *
 * @param minutes signed whole minutes; null where only the meal changed
 * @param meal the meal from then on; null where only the hours changed
 */
public record AdjustmentRow(UUID entryId, Integer minutes, Boolean meal, String note, Instant at, String byName) {}
