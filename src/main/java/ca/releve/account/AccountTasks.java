package ca.releve.account;

import com.github.kagkarlsson.scheduler.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes old security events and expired changes of address. */
@Configuration(proxyBeanMethods = false)
class AccountTasks {

    @Bean
    Task<Void> forgettingOfEvents(SecurityLog log) {
        return Forgetting.often("forgetting-of-events", log::forgetOld);
    }

    @Bean
    Task<Void> forgettingOfEmailChanges(EmailChanges emailChanges) {
        return Forgetting.often("forgetting-of-email-changes", emailChanges::forgetExpired);
    }
}
