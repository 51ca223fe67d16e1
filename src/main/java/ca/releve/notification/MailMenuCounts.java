package ca.releve.notification;

import ca.releve.account.MenuCount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts the failed mails for the menu of the administrators, and the held ones for their list; up to 100. */
@Configuration(proxyBeanMethods = false)
class MailMenuCounts {

    @Bean
    static MenuCount failedMailCount() {
        return MenuCount.ofAdministrators(
                "failed-mails",
                "select count(*) from (select 1 from outgoing_mail where status = 'FAILED' limit 100) failed");
    }

    @Bean
    static MenuCount heldMailCount() {
        return MenuCount.ofAdministrators(
                "held-mails",
                "select count(*) from (select 1 from outgoing_mail where status = 'HELD' limit 100) held");
    }
}
