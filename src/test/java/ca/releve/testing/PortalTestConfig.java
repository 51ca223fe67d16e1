package ca.releve.testing;

import ca.releve.account.passkey.RelyingParty;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.stream.Stream;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The surroundings of the tested portal: database, mail server, and a clock that tests may set. */
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
     * Passkeys for the address at which browsers meet the tested portal; its port is known when it has started. The server
     * itself is not to be asked: before its start that would open another port.
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

            /** Asked while the server is being made: whoever asks it for its port then has it open one, and not this one. */
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
