package ca.releve.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** Starts PostgreSQL and a mail server, which a deployment runs beside the portal. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class LocalConfig {

    @Bean
    LocalDatabase localDatabase(@Value("${releve.local.folder}") Path folder, @Qualifier("clock") Clock machine) {
        return LocalDatabase.start(folder, machine);
    }

    @Bean
    @Primary
    DemoClock demoClock(@Qualifier("clock") Clock machine) {
        return new DemoClock(machine);
    }

    @Bean
    JdbcConnectionDetails localConnection(LocalDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return LocalDatabase.PORTAL;
            }

            @Override
            public String getPassword() {
                return LocalDatabase.PORTAL;
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails localOwner(LocalDatabase database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return LocalDatabase.OWNER;
            }

            @Override
            public String getPassword() {
                return LocalDatabase.OWNER;
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }

    /** Accepts every mail and delivers none; {@link LocalMailController} shows the mails. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail localMailServer(@Value("${spring.mail.port}") int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setAuthRequired(false);
        return server;
    }
}
