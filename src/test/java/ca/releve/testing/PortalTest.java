package ca.releve.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole portal: a real server, the real filters, a real PostgreSQL, a real mail server. All tests of a fork share one
 * running portal; each creates its own clients, so that no test sees the data of another. Such a test must not be
 * {@code @Transactional}: pages show committed data.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({
    PortalTestConfig.class,
    World.class,
    TimeEntries.class,
    BusyClients.class,
    Handlers.class,
    MintedSignIn.class,
    Probes.class,
    Unfinished.class,
    Work.class
})
public @interface PortalTest {}
