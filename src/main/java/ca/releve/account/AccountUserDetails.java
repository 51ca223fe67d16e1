package ca.releve.account;

import ca.releve.client.EmailAddress;
import java.util.UUID;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account behind the address of the sign-in page, and keeps its password hash up to date. */
@Component
public class AccountUserDetails implements UserDetailsService, UserDetailsPasswordService {

    private final Accounts accounts;
    private final CurrentAccounts currentAccounts;

    AccountUserDetails(Accounts accounts, CurrentAccounts currentAccounts) {
        this.accounts = accounts;
        this.currentAccounts = currentAccounts;
    }

    @Override
    public AccountPrincipal loadUserByUsername(String typed) {
        return EmailAddress.parse(typed)
                .flatMap(email -> accounts.findByEmailCanonical(email.canonical()))
                .map(account -> new AccountPrincipal(
                        account.id(),
                        account.passwordHash(),
                        currentAccounts.find(account.id()).isPresent()))
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(typed));
    }

    @Override
    @Transactional
    public UserDetails updatePassword(UserDetails person, String newHash) {
        UUID id = ((AccountPrincipal) person).accountId();
        accounts.findById(id).orElseThrow().changePassword(newHash);
        return new AccountPrincipal(id, newHash, person.isEnabled());
    }
}
