package ca.releve.notification;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerConfigurationSupport;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.boot.config.startup.ContextReadyStart;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Delivers the mails with threads and a table of their own: a mail server that does not answer holds no thread of the other tasks.
 */
@Configuration(proxyBeanMethods = false)
class MailScheduler {

    /** Qualifier of the scheduler and of its tasks. */
    static final String MAILS = "mails";

    static final String TABLE = "scheduled_mail";

    private static final int THREADS = 4;

    /** Waited twice at most; what is interrupted is sent by another instance, or after the restart. */
    private static final Duration SHUTDOWN_WAIT = Duration.ofSeconds(4);

    @Bean(name = "mailDeliveries", defaultCandidate = false, destroyMethod = "stop")
    @Qualifier(MAILS)
    @DependsOnDatabaseInitialization
    static Scheduler scheduler(
            DbSchedulerProperties settings, DataSource database, Clock clock, @Qualifier(MAILS) Task<Void> delivery) {
        return Scheduler.create(DbSchedulerConfigurationSupport.configureDataSource(database), List.of(delivery))
                .tableName(TABLE)
                .threads(THREADS)
                .clock(clock)
                .pollingInterval(settings.getPollingInterval())
                .heartbeatInterval(settings.getHeartbeatInterval())
                .missedHeartbeatsLimit(settings.getMissedHeartbeatsLimit())
                .enableImmediateExecution()
                .shutdownMaxWait(SHUTDOWN_WAIT)
                .build();
    }

    @Bean(defaultCandidate = false)
    static DbSchedulerStarter mailSchedulerStarter(@Qualifier(MAILS) Scheduler mails) {
        return new ContextReadyStart(mails);
    }
}
