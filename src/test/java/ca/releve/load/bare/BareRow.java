package ca.releve.load.bare;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A request in the list of the bare app. Public, as all that a compiled expression of a template reads. */
public record BareRow(
        long id, String client, String worker, String position, String status, LocalDate day, BigDecimal hours) {}
