package ca.releve.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.stereotype.Component;

/**
 * What a browser may do with what it gets, said in the headers of every answer (WEB-08, WEB-09). They are written before
 * anything else is done, in front of all filters: an answer that is refused, fails, sets its own length, or that Tomcat gives
 * without asking the portal carries them too.
 */
@Component
class BrowserWalls implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    private static final long ONE_YEAR_IN_SECONDS = 31_536_000;

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new InFront(walls()));
    }

    private static List<HeaderWriter> walls() {
        CrossOriginOpenerPolicyHeaderWriter opener = new CrossOriginOpenerPolicyHeaderWriter();
        opener.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        return List.of(
                new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY),
                new HstsHeaderWriter(AnyRequestMatcher.INSTANCE, ONE_YEAR_IN_SECONDS, true),
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                opener,
                new PermissionsPolicyHeaderWriter("camera=(), geolocation=(), microphone=()"),
                // KeptAssets says otherwise.
                new StaticHeadersWriter("Cache-Control", "no-store"));
    }

    private static final class InFront extends ValveBase {

        private final List<HeaderWriter> walls;

        InFront(List<HeaderWriter> walls) {
            super(true);
            this.walls = walls;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            walls.forEach(wall -> wall.writeHeaders(request, response));
            getNext().invoke(request, response);
        }
    }
}
