package ca.releve.account;

import ca.releve.web.form.Rights;
import ca.releve.web.form.RightsRevokedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Locks and reads the rights of the user of a change (ACC-10). Each removal of a role, client or facility, and each end of
 * sessions, changes or locks one of the rows that are locked here. So either the change is written before the removal is
 * answered, or never.
 */
@Component
class RightsOfAccount implements Rights {

    /** The forms of one user wait for each other, those of colleagues do not. */
    private static final String OF_MANAGER = """
            select a.id from account a
              join client_manager m on m.id = a.client_manager_id
              join client c on c.id = m.client_id
             where a.id = ?
               for no key update of a for share of m, c
            """;

    private static final String OF_STAFF = """
            select a.id from account a
              join staff_member s on s.id = a.staff_member_id
             where a.id = ?
               for no key update of a for share of s
            """;

    private final CurrentAccounts accounts;
    private final JdbcClient jdbc;

    RightsOfAccount(CurrentAccounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID accountId) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        CurrentAccount letIn = CurrentAccount.of(request).orElseThrow(RightsRevokedException::new);
        jdbc.sql(letIn.isStaff() ? OF_STAFF : OF_MANAGER)
                .param(accountId)
                .query()
                .listOfRows();
        // A statement of its own: it sees what was committed while the first one waited.
        Optional<CurrentAccount> now = accounts.findInSession(
                accountId,
                SessionsOfAccount.endedBefore(principal(), request),
                request.getSession().getId());
        if (now.filter(it -> it.mayAllOf(letIn)).isEmpty()) {
            throw new RightsRevokedException();
        }
    }

    private static AccountPrincipal principal() {
        return (AccountPrincipal)
                SecurityContextHolder.getContext().getAuthentication().getPrincipal();
    }
}
