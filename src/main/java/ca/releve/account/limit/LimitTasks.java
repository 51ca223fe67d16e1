package ca.releve.account.limit;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what is counted small, however many addresses somebody comes from or makes up (ABU-06); once over all instances. */
@Configuration(proxyBeanMethods = false)
class LimitTasks {

    private static final Duration OFTEN = Duration.ofMinutes(10);

    @Bean
    Task<Void> forgettingOfLimits(Limits limits, SignInGuard guard, KnownDevices devices) {
        return Tasks.recurring("forgetting-of-limits", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> {
                    limits.forget();
                    guard.forget();
                    devices.forgetOld();
                });
    }
}
