package ca.releve.replacement.week;

import java.util.UUID;

/**
 * What « Elle n’est pas arrivée » needs to know of a shift.
 *
 * @param version of the shift
 * @param reported whether somebody has said so and the service has not called yet
 */
public record Arrival(UUID shiftId, int version, boolean reported) {

    /**
     * The column {@code reported} of a shift {@code s} with an assignment {@code a}, both of them as the statement names them;
     * only a shift that is going on is looked up.
     */
    public static final String REPORTED = """
            s.starts_at <= :now and s.ends_at > :now and exists (
                select 1 from notice n
                 where n.assignment_id = a.id and n.kind = 'LATE' and n.channel = 'CALL' and n.called_at is null
                   and n.seen_at is null and n.replaced_at is null)""";
}
