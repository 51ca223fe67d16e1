package ca.releve.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Says in one line what a deployment still has to set, before anything is started, and ends with a status that is not 0.
 * Reads settings only; it knows nothing of the rooms above.
 */
public class StartUpCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final Map<String, String> NEEDED = new LinkedHashMap<>(Map.of(
            "spring.datasource.url", "SPRING_DATASOURCE_URL",
            "spring.datasource.username", "SPRING_DATASOURCE_USERNAME",
            "spring.flyway.user", "SPRING_FLYWAY_USER",
            "spring.mail.host", "SPRING_MAIL_HOST",
            "releve.base-url", "RELEVE_BASE_URL",
            "releve.mail.from", "RELEVE_MAIL_FROM",
            "releve.service.privacy-contact", "RELEVE_PRIVACY_CONTACT"));

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
        return environment
                        .getProperty("spring.flyway.user")
                        .equals(environment.getProperty("spring.datasource.username"))
                ? Optional.of(
                        "SPRING_DATASOURCE_USERNAME is the owner in SPRING_FLYWAY_USER; the portal needs a login that "
                                + "owns nothing (the README says how).")
                : Optional.empty();
    }
}
