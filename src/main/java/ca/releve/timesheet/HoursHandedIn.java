package ca.releve.timesheet;

import ca.releve.history.Actor;
import java.util.UUID;

/** Hours of a request were declared, of one shift or of several at once: they wait for the approval of a manager. */
public record HoursHandedIn(UUID requestId, Actor by) {}
