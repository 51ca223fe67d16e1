package ca.releve.staff;

import ca.releve.account.Account;

/** Whether a person can sign in, from the state of the account and of the record behind it. */
enum AccountStanding {
    /** There is no account yet. */
    NONE,
    /** The account waits for its confirmation. */
    UNCONFIRMED,
    /** The person can sign in. */
    ACTIVE,
    /** The account is active, but the record or the client is not. */
    SUSPENDED,
    /** An administrator has closed the account. */
    DISABLED;

    /** The standing of an account {@code a}; to be formatted with the condition that the record, and the client, are active. */
    static final String SQL = """
            case when a.id is null then 'NONE'
                 when a.state = 'ACTIVE' and not (%s) then 'SUSPENDED'
                 else a.state end""";

    static AccountStanding of(Account account, boolean recordActive) {
        if (account == null) {
            return NONE;
        }
        return account.state() == Account.State.ACTIVE && !recordActive
                ? SUSPENDED
                : valueOf(account.state().name());
    }
}
