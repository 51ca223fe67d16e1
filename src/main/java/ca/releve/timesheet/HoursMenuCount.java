package ca.releve.timesheet;

import ca.releve.account.MenuCount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The time entries that wait for a manager's approval, for the manager's menu; a hundred stands for any more. */
@Configuration(proxyBeanMethods = false)
class HoursMenuCount {

    private static final String TO_APPROVE = """
            select count(*) from (
                select 1 from time_entry
                 where client_id = me.client_id and status = 'SUBMITTED' and facility_id = any(me.facility_ids)
                 limit 100) waiting
            """;

    @Bean
    static MenuCount hoursToApproveCount() {
        return MenuCount.ofManagers("hours-to-approve", TO_APPROVE);
    }
}
