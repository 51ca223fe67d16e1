package ca.releve.replacement.list;

import ca.releve.account.MenuCount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The requests with a shift to be filled or confirmed again, for the menu of the staff and the head of their list. */
@Configuration(proxyBeanMethods = false)
class RequestMenuCounts {

    private static final String WAITING = """
            select count(*) from (
                select 1 from replacement_request where next_open_start is not null limit 1000) waiting
            """;

    private static final String URGENT = """
            select count(*) from (
                select 1 from replacement_request where next_open_start < :now + interval '24 hours' limit 1000) urgent
            """;

    /** All of them; a thousand stands for any more. */
    @Bean
    static MenuCount requestsToHandleCount() {
        return MenuCount.ofStaff("requests-to-handle", WAITING);
    }

    /** Those that begin within 24 hours, or have begun; a thousand stands for any more. */
    @Bean
    static MenuCount urgentRequestCount() {
        return MenuCount.ofStaff("urgent-requests", URGENT);
    }
}
