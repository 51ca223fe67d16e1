package ca.releve.timesheet;

import ca.releve.client.ManagerScope;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many lines wait for a manager, for the navigation of her pages. Templates call it {@code @hoursToApprove}. */
@Component
public class HoursToApprove {

    /** Nobody counts further: more than this is « beaucoup ». */
    public static final int MOST = 100;

    private static final String WAITING = """
            select count(*) from (
                select 1 from time_entry
                 where client_id = ? and status = 'SUBMITTED' and facility_id = any(?)
                 limit ?) waiting
            """;

    private final JdbcClient jdbc;

    HoursToApprove(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return 0 to {@value #MOST}; 0 too when the database does not answer, so that a page about that can still be shown */
    public int count(ManagerScope scope) {
        try {
            return jdbc.sql(WAITING)
                    .params(scope.clientId(), scope.facilityIds().toArray(UUID[]::new), MOST)
                    .query(Integer.class)
                    .single();
        } catch (DataAccessException away) {
            return 0;
        }
    }
}
