package ca.releve.client;

import ca.releve.format.EmailAddress;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.VersionedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;

/** A demande d'accès: a person whom the service does not know tried to create an account. */
@Entity
public class AccessRequest extends VersionedEntity {

    /** The state of a request. */
    public enum Status {
        /** Waits for a decision of the staff. */
        NEW,
        /** The person became a manager. */
        ACCEPTED,
        /** The staff refused it. */
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

    public AccessRequest(EmailAddress email, String firstName, String lastName, Clock clock) {
        this.email = email.original();
        this.emailCanonical = email.canonical();
        this.firstName = firstName.strip();
        this.lastName = lastName.strip();
        this.requestedAt = clock.instant();
        this.lastRequestedAt = requestedAt;
    }

    /** Counts another try of the same person. */
    void triedAgain(String firstName, String lastName, Clock clock) {
        this.firstName = firstName.strip();
        this.lastName = lastName.strip();
        this.lastRequestedAt = clock.instant();
        this.attempts++;
    }

    public boolean isOpen() {
        return status == Status.NEW;
    }

    public void accept(Clock clock) {
        close(Status.ACCEPTED, clock);
    }

    public void dismiss(Clock clock) {
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

    /** The address, with the ASCII spelling of its domain if it has other letters (AUTH-04). */
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

    /** How often the person tried before the decision; at least 1. */
    public int attempts() {
        return attempts;
    }

    public Instant handledAt() {
        return handledAt;
    }
}
