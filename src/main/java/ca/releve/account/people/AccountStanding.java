package ca.releve.account.people;

import ca.releve.account.Account;

/** Whether somebody can come in, as the staff see it: the state of her account, and of the record behind it. */
enum AccountStanding {
    /** The service knows her; she has not created her account. */
    NONE(null, null),
    /** She has created her account, and not followed the link of the confirmation. */
    UNCONFIRMED(Account.State.UNCONFIRMED, null),
    /** She can come in. */
    ACTIVE(Account.State.ACTIVE, true),
    /** Her account works, but her record or her client is not active. */
    SUSPENDED(Account.State.ACTIVE, false),
    /** An administratrice has closed the account. */
    DISABLED(Account.State.DISABLED, null);

    private final Account.State state;
    private final Boolean welcome;

    AccountStanding(Account.State state, Boolean welcome) {
        this.state = state;
        this.welcome = welcome;
    }

    /**
     * @param state of her account; null if she has none
     * @param welcome whether her record, and her client if she is a manager, are active
     */
    static AccountStanding of(Account.State state, boolean welcome) {
        for (AccountStanding standing : values()) {
            if (standing.state == state && (standing.welcome == null || standing.welcome == welcome)) {
                return standing;
            }
        }
        throw new IllegalArgumentException("Not a state: " + state);
    }

    /** The state of the account; null if there is none. */
    Account.State state() {
        return state;
    }

    /** Whether the record behind it is active; null if that makes no difference. */
    Boolean welcome() {
        return welcome;
    }
}
