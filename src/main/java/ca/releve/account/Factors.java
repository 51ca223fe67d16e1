package ca.releve.account;

import ca.releve.web.SecurityNumbers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What somebody has shown to be herself, password or passkey: what is still asked of her, and how long ago she did (AUTH-16). */
@Component
public class Factors {

    /** Attribute of a request: the factor that is missing before a member of the staff is one. */
    public static final String MISSING = "missingFactor";

    private static final String GIVEN_AT = Factors.class.getName() + ".givenAt";

    private final boolean passkeyRequired;
    private final Clock clock;

    Factors(@Value("${releve.security.staff-passkey}") String staffPasskey, Clock clock) {
        this.passkeyRequired = staffPasskey.equals("required");
        this.clock = clock;
    }

    /** The factors among what a session remembers; everything else about rights is read anew. */
    static Stream<? extends GrantedAuthority> among(Collection<? extends GrantedAuthority> remembered) {
        return remembered.stream().filter(FactorGrantedAuthority.class::isInstance);
    }

    /** @return the factor that a member of the staff has still to give before she is let in (AUTH-18) */
    Optional<String> missing(CurrentAccount account, Collection<? extends GrantedAuthority> remembered) {
        return Stream.of(FactorGrantedAuthority.PASSWORD_AUTHORITY, FactorGrantedAuthority.WEBAUTHN_AUTHORITY)
                .filter(factor -> passkeyRequired && account.isStaff())
                .filter(factor -> among(remembered).noneMatch(given -> factor.equals(given.getAuthority())))
                .findFirst();
    }

    /** Whether the portal lets the staff in without a passkey, as only the local one does. */
    boolean isPasskeyWaived() {
        return !passkeyRequired;
    }

    /** Whether the person at the other end has given a factor lately; clocks of two instances may differ a little. */
    public boolean isRecent(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(GIVEN_AT) instanceof Instant givenAt
                && Duration.between(givenAt, clock.instant()).abs().compareTo(SecurityNumbers.STEP_UP) < 0;
    }

    /** The frameworks' factors carry the time of the machine; what counts is the portal's clock. */
    @EventListener
    void given(InteractiveAuthenticationSuccessEvent event) {
        ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest()
                .getSession()
                .setAttribute(GIVEN_AT, clock.instant());
    }
}
