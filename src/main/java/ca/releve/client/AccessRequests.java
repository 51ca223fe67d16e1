package ca.releve.client;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes note of people who wanted an account and whom the service does not know. */
@Component
public class AccessRequests {

    private final AccessRequestStore requests;
    private final Clock clock;

    AccessRequests(AccessRequestStore requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Notes a try; several tries of one address before anybody looked are one request. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(EmailAddress email, String firstName, String lastName) {
        requests.findOpen(email.canonical())
                .ifPresentOrElse(
                        open -> open.triedAgain(firstName, lastName, clock),
                        () -> requests.save(new AccessRequest(email, firstName, lastName, clock)));
    }

    /** Whoever waits behind this address is known from now on, and is told so by whoever made her known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(EmailAddress email) {
        requests.findOpen(email.canonical()).ifPresent(open -> open.accept(clock));
    }
}
