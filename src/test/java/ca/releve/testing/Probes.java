package ca.releve.testing;

import ca.releve.web.access.ForManagers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Handlers of the tested portal only: one without a rule, and some that fail in different ways. */
@Controller
@TestComponent
class Probes {

    /** Text that no page may show. */
    static final String INSIDE = "the inside of the portal";

    private final JdbcClient jdbc;

    Probes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/sonde")
    @ResponseBody
    String withoutRule() {
        return "Nobody may read this.";
    }

    @PostMapping("/sonde")
    @ResponseBody
    String changeWithoutRule() {
        return "Nobody may do this.";
    }

    @GetMapping("/remplacements/sonde/{kind}")
    @ForManagers
    String fail(@PathVariable String kind, Model page, HttpServletResponse response) throws Exception {
        switch (kind) {
            case "exception" -> throw new IllegalStateException(INSIDE);
            case "checked" -> throw new IOException(INSIDE);
            case "error" -> throw new AssertionError(INSIDE);
            case "database" ->
                jdbc.sql("select inside from portal_of_secrets")
                        .query(String.class)
                        .single();
            case "view" -> {
                return "no/such/template";
            }
            case "template" -> {
                page.addAttribute("email", new Object() {
                    @Override
                    public String toString() {
                        throw new IllegalStateException(INSIDE);
                    }
                });
                return "signin/sign-in";
            }
            case "status" -> {
                response.sendError(HttpStatus.NOT_IMPLEMENTED.value(), INSIDE);
                return null;
            }
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND, INSIDE);
        }
        return "web/privacy";
    }

    /** A page whose statement takes half a minute. */
    @GetMapping("/remplacements/sonde-lente")
    @ForManagers
    @ResponseBody
    String slow() {
        return jdbc.sql("select pg_sleep(30)::text").query(String.class).single();
    }

    /** An answer that is committed when its length is reached, before a filter can add a header (CVE-2026-22732). */
    @GetMapping("/remplacements/sonde-longueur")
    @ForManagers
    void withItsOwnLength(HttpServletResponse response) throws IOException {
        byte[] body = "abc".getBytes(StandardCharsets.US_ASCII);
        response.setContentType("text/html");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** Reads a body that is no form. */
    @PostMapping(path = "/remplacements/sonde-corps", consumes = "text/plain")
    @ForManagers
    @ResponseBody
    String withBody(@RequestBody String body) {
        return String.valueOf(body.length());
    }
}
