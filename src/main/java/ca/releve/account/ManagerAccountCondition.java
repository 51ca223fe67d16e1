package ca.releve.account;

import ca.releve.client.ManagerAccounts;
import org.springframework.stereotype.Component;

/** Tells the module of the clients which managers have an account. */
@Component
class ManagerAccountCondition implements ManagerAccounts {

    private static final String OPEN =
            "exists (select 1 from account where account.client_manager_id = {manager} and account.state = 'ACTIVE')";

    @Override
    public String areOpenFor(String managerId) {
        return OPEN.replace("{manager}", managerId);
    }
}
