package ca.releve.account;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what is over at the doors, in the background, once over all instances. */
@Configuration(proxyBeanMethods = false)
class AccountTasks {

    private static final Duration OFTEN = Duration.ofMinutes(10);

    @Bean
    Task<Void> forgetSessions(SessionsOfAccount sessions) {
        return Tasks.recurring("forget-sessions", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> sessions.forgetUnused());
    }

    @Bean
    Task<Void> forgettingOfEvents(SecurityLog log) {
        return Tasks.recurring("forgetting-of-events", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> log.forgetOld());
    }
}
