package ca.releve.account;

import ca.releve.web.Rights;
import ca.releve.web.RightsGone;
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
 * Reads the rights of whoever changes something once more, where they can't change any more (ACC-10): between the filter and
 * the change lies whatever the change had to wait for. Each removal of a role, a client or an installation of hers, and each
 * end of her sessions, changes or holds one of the rows that are held here, so one of the two waits for the other: either the
 * change is written before the removal is answered, or never.
 */
@Component
class RightsOfAccount implements Rights {

    /** Two forms of one person follow each other; those of her colleagues do not. */
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
    private final SessionsOfAccount sessions;
    private final JdbcClient jdbc;

    RightsOfAccount(CurrentAccounts accounts, SessionsOfAccount sessions, JdbcClient jdbc) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID accountId) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        CurrentAccount letIn = CurrentAccount.of(request).orElseThrow(RightsGone::new);
        jdbc.sql(letIn.isStaff() ? OF_STAFF : OF_MANAGER)
                .param(accountId)
                .query()
                .listOfRows();
        // Statements of their own: they see what was written while the first one waited.
        Optional<CurrentAccount> now = accounts.find(accountId, SessionsOfAccount.endedBefore(principal(), request));
        if (now.filter(it -> it.mayAllOf(letIn)).isEmpty() || !sessions.isThere(request.getSession())) {
            throw new RightsGone();
        }
    }

    private static AccountPrincipal principal() {
        return (AccountPrincipal)
                SecurityContextHolder.getContext().getAuthentication().getPrincipal();
    }
}
