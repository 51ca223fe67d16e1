package ca.releve.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The people who ask for access, for the menu of the administrators; a hundred stands for any more. */
@Configuration(proxyBeanMethods = false)
class AccountMenuCounts {

    @Bean
    static MenuCount accessRequestCount() {
        return MenuCount.ofAdministrators(
                "access-requests",
                "select count(*) from (select 1 from access_request where status = 'NEW' limit 100) asking");
    }
}
