package ca.releve.signin.audit;

import ca.releve.account.CurrentAccount;
import ca.releve.account.SecurityLog;
import ca.releve.web.UnknownIdEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Counts the ids of others that managers ask for, and lets the counts of all security events begin at zero: of a series that
 * appears with its first event, Prometheus computes no increase (OPS-15).
 */
@Component
class SecurityMeters {

    private final Counter foreignIds;

    SecurityMeters(MeterRegistry meters) {
        foreignIds = Counter.builder("releve.foreign.ids")
                .description("Ids that managers asked for and that are unknown or belong to another client")
                .register(meters);
        SecurityVocabulary.WORDS.forEach(word -> SecurityLog.counter(meters, word));
    }

    /** All of them, while the security events have a limit for each account. */
    @EventListener
    void unknownIdRequested(UnknownIdEvent event) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page
                && CurrentAccount.of(page.getRequest())
                        .filter(me -> !me.isStaff())
                        .isPresent()) {
            foreignIds.increment();
        }
    }
}
