package ca.releve.client;

import ca.releve.format.EmailAddress;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records access requests, and closes the request of a person who was made known in another way. */
@Component
public class AccessRequests {

    private final AccessRequestStore requests;
    private final Clock clock;

    AccessRequests(AccessRequestStore requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Records a try to create an account; all tries of one address are one request while it is open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(EmailAddress email, String firstName, String lastName) {
        requests.findOpen(email.canonical())
                .ifPresentOrElse(
                        open -> open.triedAgain(firstName, lastName, clock),
                        () -> requests.save(new AccessRequest(email, firstName, lastName, clock)));
    }

    /** Closes the open request of an address as accepted; sends no event. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(EmailAddress email) {
        requests.findOpen(email.canonical()).ifPresent(open -> open.accept(clock));
    }
}
