package ca.releve.account.limit;

import ca.releve.account.Forgetting;
import com.github.kagkarlsson.scheduler.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what is counted small, however many addresses somebody comes from or makes up (ABU-06). */
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
