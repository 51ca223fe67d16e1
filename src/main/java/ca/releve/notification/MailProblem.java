package ca.releve.notification;

/** What keeps a mail from leaving. */
public enum MailProblem {
    /** The mail server does not know the recipient's address, or does not accept mails for it. */
    ADDRESS_REFUSED(true),
    /** The mail server does not accept this mail. */
    MESSAGE_REFUSED(true),
    /** The mail server asks to try again later. */
    PUT_OFF(false),
    /** No connection, or no answer. */
    NOT_REACHED(false),
    /** The mail server offers no encryption, which the settings require. */
    NOT_ENCRYPTED(false),
    /** The mail server refuses the portal's name and password, or requires them. */
    SIGN_IN_REFUSED(false);

    private final boolean permanent;

    MailProblem(boolean permanent) {
        this.permanent = permanent;
    }

    /** Whether another attempt would have the same answer. */
    boolean isPermanent() {
        return permanent;
    }
}
