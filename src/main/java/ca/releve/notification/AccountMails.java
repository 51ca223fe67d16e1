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

/** What people are told of their accounts. No mail greets by name: before the confirmation it is anybody's text. */
@Component
class AccountMails {

    private static final String SIGN_UP = "/compte/creation";
    private static final String SIGN_IN = "/connexion";
    private static final String EMAIL_CHANGE = "/compte/changement-de-courriel";
    private static final String FORGOTTEN = "/compte/mot-de-passe-oublie";

    private final Mails mails;

    AccountMails(Mails mails) {
        this.mails = mails;
    }

    @EventListener
    void on(ConfirmationRequested news) {
        mails.queue(MailDraft.of("account-confirmation", news.to())
                .withToken("/compte/confirmation", news.tokenId(), news.expiresAt())
                .saying(news.expiresAt()));
    }

    @EventListener
    void on(SignedUpAgain news) {
        mails.queue(MailDraft.of("account-exists", news.to()).leadingTo(FORGOTTEN));
    }

    @EventListener
    void on(PasswordResetRequested news) {
        mails.queue(MailDraft.of("password-reset", news.to())
                .withToken("/compte/nouveau-mot-de-passe", news.tokenId(), news.expiresAt())
                .saying(news.expiresAt()));
    }

    @EventListener
    void on(UnconfirmedPasswordForgotten news) {
        mails.queue(MailDraft.of("account-unconfirmed", news.to()).leadingTo(SIGN_UP));
    }

    @EventListener
    void on(PasswordChanged news) {
        mails.queue(MailDraft.of("password-changed", news.to()).leadingTo(FORGOTTEN));
    }

    @EventListener
    void on(PasswordResetStarted news) {
        mails.queue(MailDraft.of("password-reset-started", news.to())
                .withToken("/compte/nouveau-mot-de-passe", news.tokenId(), news.expiresAt())
                .saying(news.expiresAt()));
    }

    @EventListener
    void on(EmailChangeAsked news) {
        mails.queue(MailDraft.of("email-change-old", news.to())
                .withToken(EMAIL_CHANGE, news.tokenId(), news.expiresAt())
                .saying(news.expiresAt(), news.newEmail()));
    }

    @EventListener
    void on(EmailChangeOffered news) {
        mails.queue(MailDraft.of("email-change-new", news.to())
                .withToken(EMAIL_CHANGE, news.tokenId(), news.expiresAt())
                .saying(news.expiresAt()));
    }

    @EventListener
    void on(PasskeyAdded news) {
        mails.queue(
                MailDraft.of("passkey-added", news.to()).leadingTo(FORGOTTEN).saying(news.label()));
    }

    @EventListener
    void on(PasskeyRemoved news) {
        mails.queue(
                MailDraft.of("passkey-removed", news.to()).leadingTo(FORGOTTEN).saying(news.label()));
    }

    @EventListener
    void on(PasskeysLost news) {
        mails.queue(MailDraft.of("passkeys-lost", news.to()).leadingTo("/connexion"));
    }

    @EventListener
    void on(PasskeyLinkRequested news) {
        mails.queue(MailDraft.of("passkey-link", news.to())
                .withToken("/compte/cle", news.tokenId(), news.expiresAt())
                .saying(news.expiresAt()));
    }

    @EventListener
    void on(StaffInvited news) {
        mails.queue(MailDraft.of("staff-invited", news.to()).leadingTo(SIGN_UP));
    }

    @EventListener
    void on(EmailWantedByAnother news) {
        mails.queue(MailDraft.of("email-wanted", news.to()));
    }

    @EventListener
    void on(EmailChanged news) {
        mails.queue(MailDraft.of("email-changed", news.to()).leadingTo(SIGN_IN).saying(news.newEmail()));
    }

    @EventListener
    void on(EmailChangedByServiceFrom news) {
        mails.queue(MailDraft.of("email-changed-by-service-from", news.to()));
    }

    @EventListener
    void on(EmailChangedByServiceTo news) {
        mails.queue(MailDraft.of("email-changed-by-service-to", news.to()).leadingTo(FORGOTTEN));
    }

    @EventListener
    void on(AdministratorInvited news) {
        mails.queue(MailDraft.of("administrator-invited", news.to()).leadingTo(SIGN_UP));
    }

    /** Somebody who had asked in vain is known now; she has no account yet, so nobody knows her language. */
    @EventListener
    void on(AccessGranted news) {
        Addressee her = new Addressee(news.email(), news.firstName() + " " + news.lastName(), "fr");
        mails.queue(MailDraft.of("access-granted", her).leadingTo(SIGN_UP));
    }
}
