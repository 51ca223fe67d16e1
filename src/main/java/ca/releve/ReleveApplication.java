package ca.releve;

import ca.releve.web.StartUpCheck;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The portal between a service de remplacement and the childcare centres it serves. */
@SpringBootApplication
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
}
