package ca.releve.account;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;

/** Tasks that delete what has expired, on one of all instances. */
public final class Forgetting {

    private static final Duration OFTEN = Duration.ofMinutes(10);

    private Forgetting() {}

    public static Task<Void> often(String name, Runnable forget) {
        return Tasks.recurring(name, Schedules.fixedDelay(OFTEN)).execute((instance, context) -> forget.run());
    }
}
