package ca.releve.web.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Checks the settings of a deployment before the start; prints one line and exits if one is missing or wrong. */
public class StartUpCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final Map<String, String> NEEDED = Map.of(
            "spring.datasource.url", "SPRING_DATASOURCE_URL",
            "spring.datasource.username", "SPRING_DATASOURCE_USERNAME",
            "spring.flyway.user", "SPRING_FLYWAY_USER",
            "spring.mail.host", "SPRING_MAIL_HOST",
            "releve.base-url", "RELEVE_BASE_URL",
            "releve.mail.from", "RELEVE_MAIL_FROM",
            "releve.service.privacy-contact", "RELEVE_PRIVACY_CONTACT");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        ConfigurableEnvironment environment = prepared.getEnvironment();
        problem(environment).ifPresent(line -> {
            System.err.println("Relève cannot start: " + line);
            System.exit(1);
        });
    }

    /** @return what keeps the portal from starting, as one line; empty if nothing does */
    static Optional<String> problem(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            boolean packaged =
                    !ClassUtils.isPresent("ca.releve.local.LocalConfig", StartUpCheck.class.getClassLoader());
            return packaged ? Optional.of("the profile local is not part of the packaged portal.") : Optional.empty();
        }
        if (!environment
                .getProperty("releve.security.staff-passkey", "required")
                .equals("required")) {
            return Optional.of("releve.security.staff-passkey is « required » outside of the profile local.");
        }
        List<String> missing = NEEDED.entrySet().stream()
                .filter(needed -> !StringUtils.hasText(environment.getProperty(needed.getKey())))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of("set " + String.join(", ", missing) + " (the README says how).");
        }
        Optional<String> address = BaseUrl.problem(environment.getProperty("releve.base-url"));
        if (address.isPresent()) {
            return address;
        }
        String proxy = environment.getProperty("releve.trusted-proxy", "");
        if (!proxy.isBlank() && !Arrays.stream(proxy.split(",")).allMatch(StartUpCheck::isNetwork)) {
            return Optional.of(
                    "RELEVE_TRUSTED_PROXY is a list of networks such as 10.0.0.5/32, and not " + proxy + ".");
        }
        return environment
                        .getProperty("spring.flyway.user")
                        .equals(environment.getProperty("spring.datasource.username"))
                ? Optional.of(
                        "SPRING_DATASOURCE_USERNAME is the owner in SPRING_FLYWAY_USER; the portal needs a login that "
                                + "owns nothing (the README says how).")
                : Optional.empty();
    }

    /** Whether this is an IP address with the length of its prefix. Host names are none: they would be looked up. */
    private static boolean isNetwork(String text) {
        try {
            new IpAddressMatcher(text.strip());
            return text.contains("/");
        } catch (IllegalArgumentException notANetwork) {
            return false;
        }
    }
}
