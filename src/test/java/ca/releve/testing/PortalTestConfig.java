package ca.releve.testing;

import ca.releve.signin.passkey.RelyingParty;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The environment of the tested portal: database, mail server, and a clock that tests may set. */
@TestConfiguration(proxyBeanMethods = false)
class PortalTestConfig {

    @Bean
    JdbcConnectionDetails testConnection() {
        return TestDatabase.details();
    }

    @Bean
    FlywayConnectionDetails testOwner() {
        return TestDatabase.owner();
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    /**
     * Argon2id with minimal parameters, since most tests are not about hashes; the long lane uses the portal's own.
     * {@code StartingTests} checks the parameters of a deployment.
     */
    @Bean(defaultCandidate = false)
    @Primary
    @Qualifier("passwordHashes")
    @ConditionalOnProperty(name = "test.hashes", havingValue = "cheap", matchIfMissing = true)
    PasswordEncoder cheapPasswordHashes() {
        return new DelegatingPasswordEncoder(
                "argon2id",
                Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 64, 1), "bcrypt", new BCryptPasswordEncoder()));
    }

    /**
     * Passkeys for the address of the tested portal, whose port is known after its start. The server must not be asked for it
     * before, which would open another port.
     */
    @Bean
    @Primary
    RelyingParty testedPortal(Environment environment) {
        return new RelyingParty("localhost", new AbstractSet<>() {
            @Override
            public Iterator<String> iterator() {
                return Stream.ofNullable(environment.getProperty("local.server.port"))
                        .map(port -> "http://localhost:" + port)
                        .iterator();
            }

            @Override
            public int size() {
                return 1;
            }

            /** Called while the server is being created; asking it for its port then would open another one. */
            @Override
            public int hashCode() {
                return System.identityHashCode(this);
            }

            @Override
            public boolean equals(Object other) {
                return this == other;
            }
        });
    }

    @Bean
    static Statements statements() {
        return new Statements();
    }

    @Bean
    WebMvcConfigurer presses() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Presses());
            }
        };
    }

    @Bean(destroyMethod = "stop")
    GreenMail mailServer() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setAuthRequired(false);
        server.start();
        return server;
    }

    @Bean
    DynamicPropertyRegistrar mailProperties(GreenMail mailServer) {
        return registry -> {
            registry.add("spring.mail.host", () -> "127.0.0.1");
            registry.add("spring.mail.port", () -> mailServer.getSmtp().getPort());
        };
    }
}
