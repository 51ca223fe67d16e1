package ca.releve.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.catalina.util.NetMaskSet;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The proxy in front of the portal, if there is one: whom it says it speaks for is believed, and nobody else's word is
 * (WEB-15). Set by {@code releve.trusted-proxy}, addresses or networks with commas between them.
 */
@Component
class TrustedProxy implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final String networks;

    TrustedProxy(@Value("${releve.trusted-proxy:}") String setting) {
        this.networks = networks(setting);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (!networks.isEmpty()) {
            RemoteIpValve valve = new RemoteIpValve();
            valve.setInternalProxies(networks);
            server.addEngineValves(valve);
        }
    }

    /** Tomcat takes a list with a mask for networks, and anything else for a regular expression. */
    static String networks(String setting) {
        String networks = Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(one -> one.contains("/") ? one : one + (one.contains(":") ? "/128" : "/32"))
                .collect(Collectors.joining(","));
        // A name would be looked up, and be believed for as long as it led there.
        if (!networks.isEmpty()
                && (!networks.matches("[0-9a-fA-F:./,]+")
                        || !new NetMaskSet().addAll(networks).isEmpty())) {
            throw new SettingRefused("releve.trusted-proxy is no list of addresses or networks: " + setting);
        }
        return networks;
    }
}
