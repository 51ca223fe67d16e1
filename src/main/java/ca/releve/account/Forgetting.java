package ca.releve.account;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;

/** Work in the background that forgets what is over at the doors, once over all instances. */
public final class Forgetting {

    private static final Duration OFTEN = Duration.ofMinutes(10);

    private Forgetting() {}

    /** @param name of the task, which the database knows it by */
    public static Task<Void> often(String name, Runnable forget) {
        return Tasks.recurring(name, Schedules.fixedDelay(OFTEN)).execute((instance, context) -> forget.run());
    }
}
