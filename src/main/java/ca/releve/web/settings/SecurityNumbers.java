package ca.releve.web.settings;

import java.time.Duration;

/**
 * The limits and lifetimes of the portal. {@code src/docs/security.md} has the same table with the reasons; a test compares
 * the two, and other tests read the numbers from the document.
 */
public final class SecurityNumbers {

    /** Shortest password, in code points (AUTH-11). */
    public static final int PASSWORD_SHORTEST = 15;

    /** Longest password, in code points (AUTH-11). */
    public static final int PASSWORD_LONGEST = 128;

    /** Password hashes computed at once for each core of the machine (AUTH-15). */
    public static final int HASHES_PER_CORE = 2;

    /** How long a request waits for a free slot (AUTH-15). */
    public static final Duration HASH_WAIT = Duration.ofSeconds(2);

    /** Requests that wait for a free slot, for each core of the machine (AUTH-15). */
    public static final int HASHES_WAITING_PER_CORE = 20;

    /** Hashes for known devices computed beside those, for each core, when no slot is free (AUTH-15, ABU-02). */
    public static final int KNOWN_DEVICE_HASHES_PER_CORE = 1;

    /** Requests of known devices that wait for one of these, for each core (AUTH-15, ABU-02). */
    public static final int KNOWN_DEVICE_HASHES_WAITING_PER_CORE = 10;

    /** Validity of the link that confirms an account (AUTH-06). */
    public static final Duration CONFIRMATION_LIFETIME = Duration.ofHours(24);

    /** Validity of the link for a new password (AUTH-06). */
    public static final Duration RESET_LIFETIME = Duration.ofMinutes(60);

    /** Validity of the link by which a staff member adds the first passkey (AUTH-23). */
    public static final Duration PASSKEY_LINK_LIFETIME = Duration.ofMinutes(60);

    /** Validity of the links of a change of email address (AUTH-17). */
    public static final Duration EMAIL_CHANGE_LIFETIME = Duration.ofHours(24);

    /** Wrong passwords after which a change of email address is cancelled (AUTH-17). */
    public static final int EMAIL_CHANGE_WRONG_PASSWORDS = 5;

    /** Maximum age of a factor for a change of password, email address or passkeys (AUTH-16). */
    public static final Duration STEP_UP = Duration.ofMinutes(5);

    /** Idle limit of a session (WEB-03). */
    public static final Duration SESSION_IDLE = Duration.ofMinutes(30);

    /** Absolute limit of a session, counted from the sign-in (WEB-03). */
    public static final Duration SESSION_ABSOLUTE = Duration.ofHours(8);

    /** Most characters kept of a form that was sent after the end of its session (WEB-07). */
    public static final int KEPT_FORM_CHARACTERS = 16_384;

    /** Most passkeys of one account (WEB-18). */
    public static final int PASSKEYS_PER_ACCOUNT = 20;

    /** Wrong passwords of one account before a delay begins (ABU-01). */
    public static final int SIGN_IN_FREE_FAILURES = 5;

    /** Within this time (ABU-01). */
    public static final Duration SIGN_IN_WINDOW = Duration.ofMinutes(15);

    /** The delay after the first failure too many; it doubles with each further one (ABU-01). */
    public static final Duration SIGN_IN_FIRST_DELAY = Duration.ofMinutes(1);

    /** The longest delay (ABU-01). */
    public static final Duration SIGN_IN_LONGEST_DELAY = Duration.ofMinutes(15);

    /** Wrong passwords in a row after which only a reset, a passkey or the staff unlocks the account (ABU-01). */
    public static final int SIGN_IN_MOST_FAILURES = 100;

    /** Wrong passwords and passkeys from one address in a minute, over all accounts (ABU-01, ABU-03). */
    public static final int SIGN_IN_FAILURES_PER_ADDRESS = 30;

    /** Wrong passwords from all addresses in a minute, over all accounts (ABU-03). */
    public static final int SIGN_IN_FAILURES_IN_ALL = 600;

    /** Known devices of one account, each with a budget of attempts of its own (ABU-02). */
    public static final int DEVICES_PER_ACCOUNT = 10;

    /** How long a device is known after its last sign-in (ABU-02). */
    public static final Duration DEVICE_KNOWN = Duration.ofDays(180);

    /** Mails of registration and reset to one mailbox in an hour (ABU-04). */
    public static final int MAILS_PER_ACCOUNT = 3;

    /** The same including mails that the user has asked for with the password of the account (ABU-02). */
    public static final int MAILS_PER_OWNER = 6;

    /** Time after which the staff may send the same mail or invitation again (ABU-04). */
    public static final Duration MAIL_AGAIN_AFTER = Duration.ofMinutes(10);

    /** Registrations, resets and resends from one address in an hour (ABU-04). */
    public static final int MAIL_REQUESTS_PER_ADDRESS = 10;

    /** Invalid tokens from one address within {@link #TOKEN_WINDOW} (ABU-05). */
    public static final int WRONG_TOKENS_PER_ADDRESS = 10;

    /** Within this time (ABU-05). */
    public static final Duration TOKEN_WINDOW = Duration.ofMinutes(10);

    /** Refused pages and unknown ids of one account in an hour that are logged one by one (ABU-08). */
    public static final int EVENTS_PER_ACCOUNT = 60;

    /** Largest request, in bytes (WEB-18). */
    public static final int REQUEST_BYTES = 1_048_576;

    /** Most parameters of a request (WEB-18): the longest form, a schedule, has a checkbox for each of 366 days. */
    public static final int REQUEST_PARAMETERS = 400;

    /** Retention of security events (PRIV-05). */
    public static final Duration SECURITY_EVENTS_KEPT = Duration.ofDays(400);

    private SecurityNumbers() {}
}
