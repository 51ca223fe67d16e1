package ca.releve.signin;

import ca.releve.account.Factors;
import ca.releve.web.access.Audience;
import ca.releve.web.access.HandlerLookup;
import ca.releve.web.access.RequiresRecentFactor;
import ca.releve.web.settings.SecurityNumbers;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Decides who may call a handler from the annotations on it: the role, the factors of the role, a recent factor. A handler
 * without an {@link Audience} is closed to everybody (ACC-02).
 *
 * <p>An address without a handler is not found (404) by a signed-in user, and refused (403) if its section, which is the first
 * segment of the path, has handlers of which the user may call none.
 */
@Component
class HandlerAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);
    private static final AuthorizationDecision DENIED = new AuthorizationDecision(false);
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final HandlerLookup handlers;
    private final AuthorizationManager<Object> signedIn = AuthenticatedAuthorizationManager.authenticated();
    private final AuthorizationManager<Object> requiredFactors;
    private final AuthorizationManager<Object> recentFactor;

    HandlerAuthorization(HandlerLookup handlers, Factors factors, Clock clock) {
        this.handlers = handlers;
        this.requiredFactors = factors.required();
        this.recentFactor = AllRequiredFactorsAuthorizationManager.anyOf(
                recent(FactorGrantedAuthority.PASSWORD_AUTHORITY, clock),
                recent(FactorGrantedAuthority.WEBAUTHN_AUTHORITY, clock));
    }

    private static AllRequiredFactorsAuthorizationManager<Object> recent(String factor, Clock clock) {
        AllRequiredFactorsAuthorizationManager<Object> recent = AllRequiredFactorsAuthorizationManager.builder()
                .requireFactor(it -> it.authority(factor).validDuration(SecurityNumbers.STEP_UP))
                .build();
        recent.setClock(clock);
        return recent;
    }

    @Override
    public AuthorizationResult authorize(Supplier<? extends Authentication> user, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return handlers.find(request)
                .map(handler -> decide(user, handler, request))
                .orElseGet(() -> isOpen(user, request) ? GRANTED : DENIED);
    }

    private AuthorizationResult decide(
            Supplier<? extends Authentication> user, HandlerMethod handler, HttpServletRequest request) {
        AuthorizationResult audience = decide(user, find(Audience.class, handler));
        RequiresRecentFactor recent = find(RequiresRecentFactor.class, handler);
        boolean asks = recent != null && (recent.toRead() || !READING.contains(request.getMethod()));
        return audience.isGranted() && asks ? recentFactor.authorize(user, request) : audience;
    }

    private AuthorizationResult decide(Supplier<? extends Authentication> user, Audience audience) {
        if (audience == null) {
            return DENIED;
        }
        List<String> roles = List.of(audience.value());
        if (roles.isEmpty()) {
            return GRANTED;
        }
        AuthorizationManager<Object> hasRole = AuthorityAuthorizationManager.hasAnyRole(audience.value());
        // Every page of the staff is open to administrators; the pages of managers require one factor only.
        boolean needsFactors = roles.contains(Audience.ADMINISTRATOR) && !audience.oneFactor();
        return (needsFactors ? AuthorizationManagers.allOf(requiredFactors, hasRole) : hasRole)
                .authorize(user, audience);
    }

    /** Whether the user gets the answer that there is nothing at the address. */
    private boolean isOpen(Supplier<? extends Authentication> user, HttpServletRequest request) {
        List<HandlerMethod> section = handlers.inSectionOf(request).toList();
        if (section.isEmpty()) {
            return signedIn.authorize(user, request).isGranted();
        }
        return section.stream()
                .map(handler -> find(Audience.class, handler))
                .filter(audience -> audience != null && audience.value().length > 0 && !audience.oneFactor())
                .anyMatch(audience -> decide(user, audience).isGranted());
    }

    /** The annotation on the method or, without one, on its class. */
    private static <A extends Annotation> A find(Class<A> type, HandlerMethod handler) {
        A own = handler.getMethodAnnotation(type);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), type);
    }
}
