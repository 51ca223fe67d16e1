package ca.releve.client;

/** Says which managers have an account, as SQL: the module of the accounts implements it, since it owns their table. */
public interface ManagerAccounts {

    /**
     * A condition that is true for a manager whose account is open.
     *
     * @param managerId the column with the id of the manager
     */
    String areOpenFor(String managerId);
}
