package ca.releve.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.ConditionalAuthorizationManager;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** The factors that a role requires: password and passkey of the staff (AUTH-18), either one of managers. */
@Component
public class Factors {

    /** Request attribute: the authority of the factor that a member of the staff still has to give. */
    public static final String MISSING = "missingFactor";

    private static final Set<String> STAFF = Arrays.stream(Role.values())
            .filter(Role::isStaff)
            .map(Role::authority)
            .collect(Collectors.toUnmodifiableSet());

    private final boolean passkeyWaived;
    private final AuthorizationManager<Object> required;

    Factors(@Value("${releve.security.staff-passkey}") String staffPasskey) {
        passkeyWaived = !staffPasskey.equals("required");
        required = ConditionalAuthorizationManager.when(user -> !passkeyWaived && isStaff(user))
                .whenTrue(AllRequiredFactorsAuthorizationManager.builder()
                        .requireFactor(RequiredFactor.Builder::passwordAuthority)
                        .requireFactor(RequiredFactor.Builder::webauthnAuthority)
                        .build())
                .build();
    }

    /** Grants access once the user has given the factors of the role. */
    public AuthorizationManager<Object> required() {
        return required;
    }

    /** The authority of the first factor that the role requires and the user has not given. */
    Optional<String> missing(Authentication user) {
        return required.authorize(() -> user, user) instanceof FactorAuthorizationDecision decision
                ? decision.getFactorErrors().stream()
                        .map(error -> error.getRequiredFactor().getAuthority())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether the staff may sign in without a passkey, which only the profile {@code local} allows. */
    boolean isPasskeyWaived() {
        return passkeyWaived;
    }

    private static boolean isStaff(Authentication user) {
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(STAFF::contains);
    }
}
