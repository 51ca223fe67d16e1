package ca.releve.account;

import java.time.Instant;
import java.util.UUID;

/** What happens to accounts and is told by mail; published in the transaction in which it happens. */
public sealed interface AccountNews {

    Addressee to();

    /** A known person has signed up; the link confirms the account. */
    record ConfirmationRequested(Addressee to, UUID tokenId, Instant expiresAt) implements AccountNews {}

    /** Somebody signed up with the address of an active account. */
    record SignedUpAgain(Addressee to) implements AccountNews {}

    /** A user has forgotten the password. */
    record PasswordResetRequested(Addressee to, UUID tokenId, Instant expiresAt) implements AccountNews {}

    /** A reset was asked for an account that was never confirmed: its user signs up again. */
    record UnconfirmedPasswordForgotten(Addressee to) implements AccountNews {}

    /** The password was changed. */
    record PasswordChanged(Addressee to) implements AccountNews {}

    /** The staff have started a reset; only the user gets the link (AUTH-21). */
    record PasswordResetStarted(Addressee to, UUID tokenId, Instant expiresAt) implements AccountNews {}

    /** A new member of the staff may create an account. */
    record StaffInvited(Addressee to) implements AccountNews {}

    /**
     * A user wants another address: the present mailbox is told, and answers.
     *
     * @param newEmail the wanted address
     */
    record EmailChangeAsked(Addressee to, UUID tokenId, Instant expiresAt, String newEmail) implements AccountNews {}

    /** A user wants this address: its mailbox answers whether it is theirs. */
    record EmailChangeOffered(Addressee to, UUID tokenId, Instant expiresAt) implements AccountNews {}

    /** A user wanted an address that is another person's: only its mailbox is told. */
    record EmailWantedByAnother(Addressee to) implements AccountNews {}

    /** A user's address was changed: both mailboxes are told. */
    record EmailChanged(Addressee to, String newEmail) implements AccountNews {}

    /** The service changed a user's address: the former mailbox is told. */
    record EmailChangedByServiceFrom(Addressee to) implements AccountNews {}

    /** The service changed a user's address: the new mailbox is told. */
    record EmailChangedByServiceTo(Addressee to) implements AccountNews {}

    /** A passkey was added to an account. */
    record PasskeyAdded(Addressee to, String label) implements AccountNews {}

    /** A user removed a passkey. */
    record PasskeyRemoved(Addressee to, String label) implements AccountNews {}

    /** The staff removed all passkeys of a user who has lost them. */
    record PasskeysLost(Addressee to) implements AccountNews {}

    /** A member of the staff is about to add a first passkey. */
    record PasskeyLinkRequested(Addressee to, UUID tokenId, Instant expiresAt) implements AccountNews {}

    /** The first administrator may create an account. */
    record AdministratorInvited(Addressee to) implements AccountNews {}
}
