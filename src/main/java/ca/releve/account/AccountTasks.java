package ca.releve.account;

import com.github.kagkarlsson.scheduler.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets sessions and security events. */
@Configuration(proxyBeanMethods = false)
class AccountTasks {

    @Bean
    Task<Void> forgetSessions(SessionsOfAccount sessions) {
        return Forgetting.often("forget-sessions", sessions::forgetUnused);
    }

    @Bean
    Task<Void> forgettingOfEvents(SecurityLog log) {
        return Forgetting.often("forgetting-of-events", log::forgetOld);
    }
}
