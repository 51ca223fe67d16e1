package ca.releve.web;

import java.time.Duration;

/**
 * The limits and lifetimes that the portal promises, each once. {@code src/docs/security.md} has the same table with the
 * reasons; a test compares the two, and the tests of each promise read the document.
 */
public final class SecurityNumbers {

    /** Shortest password, in code points (AUTH-11). */
    public static final int PASSWORD_SHORTEST = 15;

    /** Longest password, in code points (AUTH-11). */
    public static final int PASSWORD_LONGEST = 128;

    /** Password hashes computed at once for each core of the machine (AUTH-15). */
    public static final int HASHES_PER_CORE = 2;

    /** How long a sign-in waits for its turn to be hashed (AUTH-15). */
    public static final Duration HASH_WAIT = Duration.ofSeconds(2);

    /** Sign-ins that stand in line to be hashed, for each core of the machine (AUTH-15). */
    public static final int HASHES_WAITING_PER_CORE = 20;

    /** Sign-ins of one network, looked at or in line (AUTH-15). */
    public static final int HASHES_PER_NETWORK = 8;

    /** Password hashes computed at once, for each core, for known browsers that find no turn (AUTH-15, ABU-02). */
    public static final int HASHES_OF_KNOWN_PER_CORE = 1;

    /** Those that stand in line for them, for each core (AUTH-15, ABU-02). */
    public static final int HASHES_OF_KNOWN_WAITING_PER_CORE = 10;

    /** Of one such browser, looked at or in line (AUTH-15, ABU-02). */
    public static final int HASHES_PER_KNOWN_BROWSER = 2;

    /** How long the link of a confirmation opens (AUTH-06). */
    public static final Duration CONFIRMATION_LIFETIME = Duration.ofHours(24);

    /** How long the link of a new password opens (AUTH-06). */
    public static final Duration RESET_LIFETIME = Duration.ofMinutes(60);

    /** How long the link opens by which a member of the staff adds her first passkey (AUTH-23). */
    public static final Duration PASSKEY_LINK_LIFETIME = Duration.ofMinutes(60);

    /** How long the links of a change of address open (AUTH-17). */
    public static final Duration EMAIL_CHANGE_LIFETIME = Duration.ofHours(24);

    /** Wrong passwords after which a change of address is dropped (AUTH-17). */
    public static final int EMAIL_CHANGE_WRONG_PASSWORDS = 5;

    /** How recently somebody must have given a factor to change a password, an address or a passkey (AUTH-16). */
    public static final Duration STEP_UP = Duration.ofMinutes(5);

    /** A session that nobody uses ends (WEB-03). */
    public static final Duration SESSION_IDLE = Duration.ofMinutes(30);

    /** A session ends, however busy (WEB-03). */
    public static final Duration SESSION_ABSOLUTE = Duration.ofHours(8);

    /** Typed characters of a form that wait for their person after her session has ended (WEB-07). */
    public static final int KEPT_FORM_CHARACTERS = 16_384;

    /** Passkeys that one account has at once (WEB-18). */
    public static final int PASSKEYS_PER_ACCOUNT = 20;

    /** Wrong passwords of one account before a delay begins (ABU-01). */
    public static final int SIGN_IN_FREE_FAILURES = 5;

    /** Within this time (ABU-01). */
    public static final Duration SIGN_IN_WINDOW = Duration.ofMinutes(15);

    /** The delay after the first failure too many; it doubles with each further one (ABU-01). */
    public static final Duration SIGN_IN_FIRST_DELAY = Duration.ofMinutes(1);

    /** The longest delay (ABU-01). */
    public static final Duration SIGN_IN_LONGEST_DELAY = Duration.ofMinutes(15);

    /** Wrong passwords in a row after which only a new password, a passkey or the staff opens the account (ABU-01). */
    public static final int SIGN_IN_MOST_FAILURES = 100;

    /** Wrong passwords and passkeys from one address in a minute, over all accounts (ABU-01, ABU-03). */
    public static final int SIGN_IN_FAILURES_PER_ADDRESS = 30;

    /** Wrong passwords from everywhere in a minute, over all accounts (ABU-03). */
    public static final int SIGN_IN_FAILURES_IN_ALL = 600;

    /** Browsers of one account that keep a number of tries of their own (ABU-02). */
    public static final int DEVICES_PER_ACCOUNT = 10;

    /** How long such a browser is known after its last sign-in (ABU-02). */
    public static final Duration DEVICE_KNOWN = Duration.ofDays(180);

    /** Mails of registration and reset that one mailbox gets in an hour (ABU-04). */
    public static final int MAILS_PER_ACCOUNT = 3;

    /** The same with links for which somebody has shown the password of the account (ABU-02): strangers leave her as many. */
    public static final int MAILS_PER_OWNER = 6;

    /** When the staff may send the same mail or invitation once more (ABU-04). */
    public static final Duration MAIL_AGAIN_AFTER = Duration.ofMinutes(10);

    /** Registrations, resets and resends from one address in an hour (ABU-04). */
    public static final int MAIL_REQUESTS_PER_ADDRESS = 10;

    /** Links that open nothing, from one address within {@link #TOKEN_WINDOW} (ABU-05). */
    public static final int WRONG_TOKENS_PER_ADDRESS = 10;

    /** Within this time (ABU-05). */
    public static final Duration TOKEN_WINDOW = Duration.ofMinutes(10);

    /** Sessions that begin at one address within {@link #TOKEN_WINDOW} (WEB-18). */
    public static final int SESSIONS_PER_ADDRESS = 600;

    /** Forms of people whose session is over that are kept for them, of one address in an hour (WEB-18). */
    public static final int KEPT_FORMS_PER_ADDRESS = 60;

    /** Closed doors and strange ids of one person in an hour that are told one by one (ABU-08). */
    public static final int EVENTS_PER_ACCOUNT = 60;

    /** Largest request, in bytes (WEB-18). */
    public static final int REQUEST_BYTES = 1_048_576;

    /** Most parameters of a request (WEB-18): a schedule ticks up to 366 days, and no form of ours is longer. */
    public static final int REQUEST_PARAMETERS = 400;

    /** How long events of security are kept (PRIV-05). */
    public static final Duration SECURITY_EVENTS_KEPT = Duration.ofDays(400);

    private SecurityNumbers() {}
}
