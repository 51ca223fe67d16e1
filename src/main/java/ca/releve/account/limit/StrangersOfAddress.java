package ca.releve.account.limit;

import ca.releve.web.ClientAddress;
import ca.releve.web.Secret;
import ca.releve.web.Strangers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts what strangers leave with the portal, like all that is counted by address. */
@Component
class StrangersOfAddress implements Strangers {

    private final Limits limits;
    private final KnownDevices devices;

    StrangersOfAddress(Limits limits, KnownDevices devices) {
        this.limits = limits;
        this.devices = devices;
    }

    @Override
    public Optional<Duration> waitForSession(HttpServletRequest request) {
        return limits.look(Limit.SESSIONS_FROM_ADDRESS, ClientAddress.network(request));
    }

    @Override
    public void sessionBegan(HttpServletRequest request) {
        limits.take(Limit.SESSIONS_FROM_ADDRESS, ClientAddress.network(request));
    }

    @Override
    public boolean mayLeaveForm(HttpServletRequest request) {
        return limits.take(Limit.KEPT_FORMS_FROM_ADDRESS, ClientAddress.network(request))
                .isEmpty();
    }

    @Override
    public Optional<String> knownBrowser(HttpServletRequest request) {
        return devices.of(request).filter(devices::isOfSomebody).map(Secret::text);
    }

    @Override
    public Optional<Duration> waitForLine(HttpServletRequest request) {
        return limits.look(Limit.SIGN_IN_FROM_ADDRESS, ClientAddress.network(request));
    }

    @Override
    public void stoodInVain(HttpServletRequest request) {
        limits.take(Limit.SIGN_IN_FROM_ADDRESS, ClientAddress.network(request));
    }
}
