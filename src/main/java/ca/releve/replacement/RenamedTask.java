package ca.releve.replacement;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds the new name of what was renamed to the text of its requests, which keeps the words of its day. */
@Component
class RenamedTask {

    /** Requests that one transaction looks at: 0.2 s if it changes all of them, some ms if it changes none. */
    private static final int BATCH = 2_000;

    private static final UUID FIRST = new UUID(0, 0);

    private static final String NEXT =
            "select id, words, after_id from renamed order by id limit 1 for update skip locked";

    private static final String LAST_OF_BATCH = """
            select id from (select id from replacement_request where id > ? order by id limit ?) r
             order by id desc limit 1
            """;

    private static final String ADD = """
            update replacement_request r set search_text = r.search_text || ' ' || :words
             where r.id > :after and r.id <= :last and position(' ' || :words in ' ' || r.search_text) = 0
               and (:id in (r.client_id, r.facility_id, r.job_function_id, r.age_group_id, r.task_type_id, r.created_by)
                    or r.created_by = (select y.id from account y where y.client_manager_id = :id)
                    or exists (select 1 from shift s
                                 join assignment a on a.shift_id = s.id and a.status <> 'CANCELLED'
                                where s.request_id = r.id and a.substitute_id = :id))
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RenamedTask(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Goes on until nothing is left to do. */
    void run() {
        boolean more;
        do {
            more = Boolean.TRUE.equals(transaction.execute(status -> batch()));
        } while (more);
    }

    private boolean batch() {
        Optional<Renamed> next = jdbc.sql(NEXT).query(Renamed.class).optional();
        next.ifPresent(this::look);
        return next.isPresent();
    }

    private void look(Renamed renamed) {
        UUID after = renamed.afterId() == null ? FIRST : renamed.afterId();
        UUID last = jdbc.sql(LAST_OF_BATCH)
                .params(after, BATCH)
                .query(UUID.class)
                .optional()
                .orElse(null);
        if (last == null) {
            jdbc.sql("delete from renamed where id = ?").param(renamed.id()).update();
            return;
        }
        jdbc.sql(ADD)
                .param("words", renamed.words())
                .param("after", after)
                .param("last", last)
                .param("id", renamed.id())
                .update();
        jdbc.sql("update renamed set after_id = ? where id = ?")
                .params(last, renamed.id())
                .update();
    }

    /**
     * What was renamed.
     *
     * @param words the new name, as it is added to the text of a request
     * @param afterId the last request that was looked at; null at first
     */
    record Renamed(UUID id, String words, UUID afterId) {}

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> renamedRequestsTask(RenamedTask task, @Value("${releve.renamed}") String schedule) {
            return Tasks.recurring("renamed", Schedules.parseSchedule(schedule))
                    .execute((instance, context) -> task.run());
        }
    }
}
