package ca.releve.load.bare;

import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.core.Authentication;

/** The user of the bare app, whose role is checked in each row. */
public record BareUser(Authentication authentication) {

    private static final AuthorityAuthorizationManager<Object> STAFF = AuthorityAuthorizationManager.hasRole("STAFF");

    public boolean mayApprove(BareRow row) {
        return STAFF.authorize(() -> authentication, row).isGranted();
    }
}
