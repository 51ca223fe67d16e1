package ca.releve.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole portal: a real server on a port of its own, the real filters, a real PostgreSQL, a real mail server.
 * All of them share one running portal; each makes its own clients, so that none sees another's data. Never
 * {@code @Transactional}: what a page shows was committed.
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
    Probes.class,
    Unfinished.class,
    Work.class
})
public @interface PortalTest {}
