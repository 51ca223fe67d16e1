package ca.releve.signin.throttle;

import ca.releve.account.SecurityLog;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.jdbc.CustomColumnProvider;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rate limits counted in PostgreSQL, so that they hold over restarts and instances (ABU-06).
 *
 * <p>Takes a connection of its own and commits at once; not to be called within a transaction, which would hold a second one.
 */
@Component
public class Limits {

    private final ProxyManager<String> buckets;
    private final JdbcClient jdbc;
    private final SecurityLog log;
    private final Clock clock;

    Limits(DataSource database, JdbcClient jdbc, SecurityLog log, Clock clock) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limit")
                .clientClock(new PortalTime(clock))
                .addCustomColumn(new ExpiresAt())
                .build();
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes one token.
     *
     * @param key for whom it is limited: an address, an id; never a secret
     * @return how long to wait, if there is nothing left
     */
    public Optional<Duration> take(Limit limit, String key) {
        ConsumptionProbe answer = on(id(limit, key), limit.bucket(), bucket -> bucket.tryConsumeAndReturnRemaining(1));
        return answer.isConsumed() ? Optional.empty() : refused(limit, key, answer.getNanosToWaitForRefill());
    }

    /**
     * Like {@link #take}, and takes nothing. It locks no row as long as the bucket surely has a token left, so that requests
     * of one network do not wait for each other.
     */
    Optional<Duration> look(Limit limit, String key) {
        if (!mayBeUsedUp(limit, key)) {
            return Optional.empty();
        }
        EstimationProbe answer = on(id(limit, key), limit.bucket(), bucket -> bucket.estimateAbilityToConsume(1));
        return answer.canBeConsumed() ? Optional.empty() : refused(limit, key, answer.getNanosToWaitForRefill());
    }

    private boolean mayBeUsedUp(Limit limit, String key) {
        return jdbc.sql("select exists (select 1 from rate_limit where id = ? and expires_at > ?)")
                .params(id(limit, key), Timestamp.from(clock.instant().plus(limit.untilFullWithOneLeft())))
                .query(Boolean.class)
                .single();
    }

    /** Gives a token back. */
    void giveBack(Limit limit, String key) {
        on(id(limit, key), limit.bucket(), bucket -> {
            bucket.addTokens(1);
            return null;
        });
    }

    /** Deletes full buckets, which equal new ones. */
    @Transactional
    int forget() {
        return jdbc.sql("delete from rate_limit where expires_at <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<Duration> refused(Limit limit, String key, long nanosToWait) {
        // A flood is reported once a window, so that it does not fill the table of events.
        if (on("reported:" + id(limit, key), limit.reports(), bucket -> bucket.tryConsume(1))) {
            log.record("excess_rate_limit_exceeded", limit.accountOf(key), "limit", limit, "key", key);
        }
        return Optional.of(Duration.ofNanos(nanosToWait));
    }

    private <T> T on(String id, BucketConfiguration bucket, Function<BucketProxy, T> what) {
        try {
            return what.apply(buckets.builder().build(id, () -> bucket));
        } catch (BucketExecutionException failure) {
            throw new DataAccessResourceFailureException("The limits cannot be counted", failure);
        }
    }

    private static String id(Limit limit, String key) {
        return limit + ":" + key;
    }

    /** The clock of the portal, as Bucket4j reads it. */
    private record PortalTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return Duration.ofSeconds(now.getEpochSecond(), now.getNano()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /** The time at which the bucket is full again and its row can go. */
    private static final class ExpiresAt implements CustomColumnProvider<String> {

        @Override
        public void setCustomField(
                String key, int index, PreparedStatement statement, RemoteBucketState state, long now)
                throws SQLException {
            Duration full = Duration.ofNanos(now + state.calculateFullRefillingTime(now));
            statement.setTimestamp(index, Timestamp.from(Instant.ofEpochSecond(full.toSeconds() + 1)));
        }

        @Override
        public String getCustomFieldName() {
            return "expires_at";
        }
    }
}
