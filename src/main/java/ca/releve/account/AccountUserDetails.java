package ca.releve.account;

import ca.releve.format.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account of a typed address, and upgrades its password hash. */
@Component
public class AccountUserDetails implements UserDetailsService, UserDetailsPasswordService {

    private final Accounts accounts;
    private final CurrentAccounts currentAccounts;
    private final JdbcClient jdbc;

    AccountUserDetails(Accounts accounts, CurrentAccounts currentAccounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.currentAccounts = currentAccounts;
        this.jdbc = jdbc;
    }

    @Override
    public AccountPrincipal loadUserByUsername(String typed) {
        return EmailAddress.parse(typed)
                .flatMap(email -> accounts.findByEmailCanonical(email.canonical()))
                .map(account -> new AccountPrincipal(
                        account.id(),
                        account.passwordHash(),
                        currentAccounts.find(account.id()).isPresent(),
                        account.sessionsEnded()))
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(typed));
    }

    /**
     * Whether the password that was checked is still the account's. It may have been changed during the check; that ended the other
     * sessions, but not the one about to begin.
     */
    public boolean isStillThePasswordOf(AccountPrincipal person) {
        return jdbc.sql("select password_hash = ? from account where id = ? for share")
                .params(person.getPassword(), person.accountId())
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional
    public UserDetails updatePassword(UserDetails person, String newHash) {
        AccountPrincipal principal = (AccountPrincipal) person;
        Account account = accounts.findById(principal.accountId()).orElseThrow();
        if (account.passwordHash().equals(principal.getPassword())) {
            account.changePassword(newHash);
            principal.hashedAgain(newHash);
        }
        return principal;
    }
}
