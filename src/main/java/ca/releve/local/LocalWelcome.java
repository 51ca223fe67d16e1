package ca.releve.local;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the address of the started portal and the accounts of the demonstration. */
@Component
@Profile("local")
class LocalWelcome {

    private final ServletWebServerApplicationContext server;
    private final String password;

    LocalWelcome(ServletWebServerApplicationContext server, @Value("${releve.local.password}") String password) {
        this.server = server;
        this.password = password;
    }

    @EventListener
    void print(ApplicationReadyEvent started) {
        String address = "http://localhost:" + server.getWebServer().getPort();
        String accounts = DemoPeople.CAN_SIGN_IN.stream()
                .map(person -> String.format("      %-42s %s%n", person.email(), person.who()))
                .reduce("", String::concat);
        System.out.printf("""

                  Relève : %s

                    Comptes de démonstration, mot de passe de tous : %s
                %s
                    Courriels envoyés par le portail : %s/courriels-locaux

                """, address, password, accounts, address);
    }
}
