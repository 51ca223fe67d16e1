package ca.releve.account.limit;

import ca.releve.web.ClientAddress;
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
    public boolean knows(HttpServletRequest request) {
        return devices.of(request).filter(devices::isOurs).isPresent();
    }
}
