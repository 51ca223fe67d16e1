package ca.releve.account.limit;

import ca.releve.account.SecurityLog;
import ca.releve.account.SessionsOfAccount;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the doors do in the background, once over all instances. */
@Configuration(proxyBeanMethods = false)
class AccountTasks {

    private static final Duration OFTEN = Duration.ofMinutes(10);

    @Bean
    Task<Void> forgetSessions(SessionsOfAccount sessions) {
        return Tasks.recurring("forget-sessions", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> sessions.forgetUnused());
    }

    /** Keeps what is counted small, however many addresses somebody comes from or makes up (ABU-06). */
    @Bean
    Task<Void> forgettingOfLimits(Limits limits, SignInGuard guard, KnownDevices devices, SecurityLog log) {
        return Tasks.recurring("forgetting-of-limits", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> {
                    limits.forget();
                    guard.forget();
                    devices.forgetOld();
                    log.forgetOld();
                });
    }
}
