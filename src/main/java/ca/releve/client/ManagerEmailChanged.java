package ca.releve.client;

import ca.releve.format.EmailAddress;
import java.util.UUID;

/** A manager has another email address; the former one is the manager's no longer. */
public record ManagerEmailChanged(UUID managerId, EmailAddress to) {}
