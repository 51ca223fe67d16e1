package ca.releve.client;

import java.util.UUID;

/** The service knows a manager by another address from now on; whoever reads the former one is not she any more. */
public record ManagerMoved(UUID managerId, EmailAddress to) {}
