package ca.releve.notification;

import ca.releve.account.AccountNews.AdministratorInvited;
import ca.releve.account.AccountNews.ConfirmationRequested;
import ca.releve.account.AccountNews.EmailChangeAsked;
import ca.releve.account.AccountNews.EmailChangeOffered;
import ca.releve.account.AccountNews.EmailChanged;
import ca.releve.account.AccountNews.EmailChangedByServiceFrom;
import ca.releve.account.AccountNews.EmailChangedByServiceTo;
import ca.releve.account.AccountNews.EmailWantedByAnother;
import ca.releve.account.AccountNews.PasskeyAdded;
import ca.releve.account.AccountNews.PasskeyLinkRequested;
import ca.releve.account.AccountNews.PasskeyRemoved;
import ca.releve.account.AccountNews.PasskeysLost;
import ca.releve.account.AccountNews.PasswordChanged;
import ca.releve.account.AccountNews.PasswordResetRequested;
import ca.releve.account.AccountNews.PasswordResetStarted;
import ca.releve.account.AccountNews.SignedUpAgain;
import ca.releve.account.AccountNews.StaffInvited;
import ca.releve.account.AccountNews.UnconfirmedPasswordForgotten;
import ca.releve.account.Addressee;
import ca.releve.client.AccessGranted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues mails about accounts. They contain no names: until the address is confirmed, anybody may have typed the name. */
@Component
class AccountMails {

    private static final String SIGN_UP = "/compte/creation";
    private static final String SIGN_IN = "/connexion";
    private static final String EMAIL_CHANGE = "/compte/changement-de-courriel";
    private static final String FORGOTTEN = "/compte/mot-de-passe-oublie";

    private final MailQueue queue;

    AccountMails(MailQueue queue) {
        this.queue = queue;
    }

    @EventListener
    void on(ConfirmationRequested event) {
        queue.add(MailDraft.of("account-confirmation", event.to())
                .withToken("/compte/confirmation", event.tokenId(), event.expiresAt())
                .withArguments(event.expiresAt()));
    }

    @EventListener
    void on(SignedUpAgain event) {
        queue.add(MailDraft.of("account-exists", event.to()).withLink(FORGOTTEN));
    }

    @EventListener
    void on(PasswordResetRequested event) {
        queue.add(MailDraft.of("password-reset", event.to())
                .withToken("/compte/nouveau-mot-de-passe", event.tokenId(), event.expiresAt())
                .withArguments(event.expiresAt()));
    }

    @EventListener
    void on(UnconfirmedPasswordForgotten event) {
        queue.add(MailDraft.of("account-unconfirmed", event.to()).withLink(SIGN_UP));
    }

    @EventListener
    void on(PasswordChanged event) {
        queue.add(MailDraft.of("password-changed", event.to()).withLink(FORGOTTEN));
    }

    @EventListener
    void on(PasswordResetStarted event) {
        queue.add(MailDraft.of("password-reset-started", event.to())
                .withToken("/compte/nouveau-mot-de-passe", event.tokenId(), event.expiresAt())
                .withArguments(event.expiresAt()));
    }

    @EventListener
    void on(EmailChangeAsked event) {
        queue.add(MailDraft.of("email-change-old", event.to())
                .withToken(EMAIL_CHANGE, event.tokenId(), event.expiresAt())
                .withArguments(event.expiresAt(), event.newEmail()));
    }

    @EventListener
    void on(EmailChangeOffered event) {
        queue.add(MailDraft.of("email-change-new", event.to())
                .withToken(EMAIL_CHANGE, event.tokenId(), event.expiresAt())
                .withArguments(event.expiresAt()));
    }

    @EventListener
    void on(PasskeyAdded event) {
        queue.add(MailDraft.of("passkey-added", event.to()).withLink(FORGOTTEN).withArguments(event.label()));
    }

    @EventListener
    void on(PasskeyRemoved event) {
        queue.add(
                MailDraft.of("passkey-removed", event.to()).withLink(FORGOTTEN).withArguments(event.label()));
    }

    @EventListener
    void on(PasskeysLost event) {
        queue.add(MailDraft.of("passkeys-lost", event.to()).withLink("/connexion"));
    }

    @EventListener
    void on(PasskeyLinkRequested event) {
        queue.add(MailDraft.of("passkey-link", event.to())
                .withToken("/compte/cle", event.tokenId(), event.expiresAt())
                .withArguments(event.expiresAt()));
    }

    @EventListener
    void on(StaffInvited event) {
        queue.add(MailDraft.of("staff-invited", event.to()).withLink(SIGN_UP));
    }

    @EventListener
    void on(EmailWantedByAnother event) {
        queue.add(MailDraft.of("email-wanted", event.to()));
    }

    @EventListener
    void on(EmailChanged event) {
        queue.add(MailDraft.of("email-changed", event.to()).withLink(SIGN_IN).withArguments(event.newEmail()));
    }

    @EventListener
    void on(EmailChangedByServiceFrom event) {
        queue.add(MailDraft.of("email-changed-by-service-from", event.to()));
    }

    @EventListener
    void on(EmailChangedByServiceTo event) {
        queue.add(MailDraft.of("email-changed-by-service-to", event.to()).withLink(FORGOTTEN));
    }

    @EventListener
    void on(AdministratorInvited event) {
        queue.add(MailDraft.of("administrator-invited", event.to()).withLink(SIGN_UP));
    }

    /** The new manager has no account yet, so their language is unknown. */
    @EventListener
    void on(AccessGranted event) {
        Addressee manager = new Addressee(event.email(), event.firstName() + " " + event.lastName(), "fr");
        queue.add(MailDraft.of("access-granted", manager).withLink(SIGN_UP));
    }
}
