package ca.releve.signin.throttle;

import ca.releve.account.Forgetting;
import com.github.kagkarlsson.scheduler.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes counters that have no effect any more, so that made-up addresses do not fill the tables (ABU-06). */
@Configuration(proxyBeanMethods = false)
class LimitTasks {

    @Bean
    Task<Void> forgettingOfLimits(Limits limits, SignInGuard guard, KnownDevices devices) {
        return Forgetting.often("forgetting-of-limits", () -> {
            limits.forget();
            guard.forget();
            devices.forgetOld();
        });
    }
}
