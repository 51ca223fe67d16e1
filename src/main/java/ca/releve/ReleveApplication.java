package ca.releve;

import ca.releve.web.settings.StartUpCheck;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * The portal between a service de remplacement and the childcare centres it serves.
 *
 * <p>Repositories open no transaction of their own: services do for a change, and a single read needs none.
 */
@SpringBootApplication
@EnableJpaRepositories(enableDefaultTransactions = false)
public class ReleveApplication {

    public static void main(String[] args) {
        SpringApplication portal = new SpringApplication(ReleveApplication.class);
        portal.addListeners(new StartUpCheck());
        portal.run(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The wall clock of the service, in which days begin and shifts are shown. */
    @Bean
    ZoneId zone(@Value("${releve.zone}") ZoneId zone) {
        return zone;
    }
}
