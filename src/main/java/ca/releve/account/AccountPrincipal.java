package ca.releve.account;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * All that a session stores of its user: the id of the account, and how often its sessions had been ended when the sign-in began.
 * Rights are read at each request.
 */
public final class AccountPrincipal implements UserDetails, CredentialsContainer {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID accountId;
    private final boolean enabled;
    private final int sessionsEnded;
    private transient String passwordHash;

    /** A user who has signed in without a password. */
    public AccountPrincipal(UUID accountId, int sessionsEnded) {
        this(accountId, null, true, sessionsEnded);
    }

    AccountPrincipal(UUID accountId, String passwordHash, boolean enabled, int sessionsEnded) {
        this.accountId = accountId;
        this.passwordHash = passwordHash;
        this.enabled = enabled;
        this.sessionsEnded = sessionsEnded;
    }

    public UUID accountId() {
        return accountId;
    }

    int sessionsEnded() {
        return sessionsEnded;
    }

    @Override
    public String getUsername() {
        return accountId.toString();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    void hashedAgain(String newHash) {
        passwordHash = newHash;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountPrincipal that && accountId.equals(that.accountId);
    }

    @Override
    public int hashCode() {
        return accountId.hashCode();
    }
}
