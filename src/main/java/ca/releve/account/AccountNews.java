package ca.releve.account;

import java.time.Instant;
import java.util.UUID;

/** What happens to accounts and is told by mail; published in the transaction in which it happens. */
public sealed interface AccountNews {

    Addressee to();

    /** Somebody known has signed up, and waits for the link that confirms the account. */
    record ConfirmationRequested(Addressee to, UUID tokenId, Instant expiresAt) implements AccountNews {}

    /** Somebody signed up with the address of an account that already works. */
    record SignedUpAgain(Addressee to) implements AccountNews {}

    /** Somebody has forgotten the password of her account. */
    record PasswordResetRequested(Addressee to, UUID tokenId, Instant expiresAt) implements AccountNews {}

    /** Somebody has forgotten the password of an account that was never confirmed: she signs up again. */
    record UnconfirmedPasswordForgotten(Addressee to) implements AccountNews {}

    /** The password of an account was changed. */
    record PasswordChanged(Addressee to) implements AccountNews {}

    /** The staff have started a new password for somebody: only she gets the link (AUTH-21). */
    record PasswordResetStarted(Addressee to, UUID tokenId, Instant expiresAt) implements AccountNews {}

    /** Somebody is a member of the staff from now on, and may create her account. */
    record StaffInvited(Addressee to) implements AccountNews {}

    /**
     * Somebody wants another address for her account: her present mailbox is told, and has a say.
     *
     * @param newEmail the address that she wants
     */
    record EmailChangeAsked(Addressee to, UUID tokenId, Instant expiresAt, String newEmail) implements AccountNews {}

    /** Somebody wants this address for her account: the mailbox says whether it is hers. */
    record EmailChangeOffered(Addressee to, UUID tokenId, Instant expiresAt) implements AccountNews {}

    /** Somebody wanted an address that is another person's: only its mailbox is told. */
    record EmailWantedByAnother(Addressee to) implements AccountNews {}

    /**
     * The address of an account was changed by its person: both mailboxes are told.
     *
     * @param newEmail the address that she signs in with from now on
     */
    record EmailChanged(Addressee to, String newEmail) implements AccountNews {}

    /** The service knows a person by another address now: her former mailbox is told. */
    record EmailChangedByServiceFrom(Addressee to) implements AccountNews {}

    /** The service knows a person by another address now: her new mailbox is told. */
    record EmailChangedByServiceTo(Addressee to) implements AccountNews {}

    /** A passkey was added to an account. */
    record PasskeyAdded(Addressee to, String label) implements AccountNews {}

    /** A passkey was removed from an account by the person herself. */
    record PasskeyRemoved(Addressee to, String label) implements AccountNews {}

    /** The staff removed all passkeys of somebody who has lost them. */
    record PasskeysLost(Addressee to) implements AccountNews {}

    /** A member of the staff is about to add her first passkey. */
    record PasskeyLinkRequested(Addressee to, UUID tokenId, Instant expiresAt) implements AccountNews {}

    /** The first administratrice may create her account. */
    record AdministratorInvited(Addressee to) implements AccountNews {}
}
