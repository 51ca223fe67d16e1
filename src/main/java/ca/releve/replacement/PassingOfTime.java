package ca.releve.replacement;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What begins and ends by itself: shifts become worked when they are over, and the status of their request follows. */
@Component
public class PassingOfTime {

    private static final Logger log = LoggerFactory.getLogger(PassingOfTime.class);
    private static final Limit BATCH = Limit.of(200);

    private final ReplacementRequestsForStaff requests;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PassingOfTime(ReplacementRequestsForStaff requests, TransactionTemplate transaction, Clock clock) {
        this.requests = requests;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Brings every request up to this moment, each in a transaction of its own; one that fails does not hold up the others. */
    public void catchUp() {
        List<UUID> due = requests.due(clock.instant(), BATCH);
        due.forEach(this::advance);
        if (due.size() == BATCH.max()) {
            log.info("More than {} requests were due; the rest follows with the next run", BATCH.max());
        }
    }

    private void advance(UUID requestId) {
        try {
            transaction.executeWithoutResult(status -> {
                ReplacementRequest request = requests.get(requestId);
                request.advance(clock);
                requests.save(request);
            });
        } catch (RuntimeException failure) {
            log.error(
                    "Request {} could not be brought up to this moment; the next run tries again", requestId, failure);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> passingOfTimeTask(PassingOfTime passingOfTime, @Value("${releve.passing-of-time}") String schedule) {
            return Tasks.recurring("passing-of-time", Schedules.parseSchedule(schedule))
                    .execute((instance, context) -> passingOfTime.catchUp());
        }
    }
}
