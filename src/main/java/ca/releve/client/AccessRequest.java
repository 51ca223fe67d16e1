package ca.releve.client;

import ca.releve.shared.RuleViolation;
import ca.releve.shared.VersionedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;

/** A demande d'accès: somebody whom the service does not know tried to create an account. */
@Entity
public class AccessRequest extends VersionedEntity {

    /** What became of it. */
    public enum Status {
        /** Nobody of the staff has looked at it. */
        NEW,
        /** The person became a known manager. */
        ACCEPTED,
        /** The staff set it aside. */
        DISMISSED
    }

    private String email;
    private String emailCanonical;
    private String firstName;
    private String lastName;

    @Enumerated(EnumType.STRING)
    private Status status = Status.NEW;

    private Instant requestedAt;
    private Instant lastRequestedAt;
    private int attempts = 1;
    private Instant handledAt;

    protected AccessRequest() {}

    AccessRequest(EmailAddress email, String firstName, String lastName, Clock clock) {
        this.email = email.original();
        this.emailCanonical = email.canonical();
        this.firstName = firstName.strip();
        this.lastName = lastName.strip();
        this.requestedAt = clock.instant();
        this.lastRequestedAt = requestedAt;
    }

    /** The same person tried again before anybody looked. */
    void triedAgain(String firstName, String lastName, Clock clock) {
        this.firstName = firstName.strip();
        this.lastName = lastName.strip();
        this.lastRequestedAt = clock.instant();
        this.attempts++;
    }

    boolean isOpen() {
        return status == Status.NEW;
    }

    void accept(Clock clock) {
        close(Status.ACCEPTED, clock);
    }

    void dismiss(Clock clock) {
        close(Status.DISMISSED, clock);
    }

    private void close(Status outcome, Clock clock) {
        if (!isOpen()) {
            throw new RuleViolation("rule.access-request.handled");
        }
        status = outcome;
        handledAt = clock.instant();
    }

    public String email() {
        return email;
    }

    /** The address as the staff read it, who decide by it. */
    public String unmistakableEmail() {
        return new EmailAddress(email, emailCanonical).unmistakable();
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    public String name() {
        return firstName + " " + lastName;
    }

    public Status status() {
        return status;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Instant lastRequestedAt() {
        return lastRequestedAt;
    }

    /** How often the person tried before anybody looked; at least 1. */
    public int attempts() {
        return attempts;
    }

    public Instant handledAt() {
        return handledAt;
    }
}
