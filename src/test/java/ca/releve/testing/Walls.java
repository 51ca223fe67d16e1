package ca.releve.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Visitor.Page;
import java.util.List;

/** Checks the security headers of answers, and that they show no internals. */
public final class Walls {

    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    private Walls() {}

    /** The security headers, once each (WEB-08, WEB-09), and strict cookies (WEB-05). */
    public static void stand(Page page, String as) {
        standAroundAnything(page, as);
        assertThat(page.headers("cache-control"))
                .as(as)
                .singleElement()
                .asString()
                .contains("no-store");
    }

    /** The same for an asset, which may be cached. */
    public static void standAroundAnything(Page page, String as) {
        assertThat(page.headers("content-security-policy")).as(as).containsExactly(CONTENT_SECURITY_POLICY);
        assertThat(page.headers("strict-transport-security"))
                .as(as)
                .containsExactly("max-age=31536000 ; includeSubDomains");
        assertThat(page.headers("x-content-type-options")).as(as).containsExactly("nosniff");
        assertThat(page.headers("referrer-policy")).as(as).containsExactly("no-referrer");
        assertThat(page.headers("cross-origin-opener-policy")).as(as).containsExactly("same-origin");
        assertThat(page.headers("x-frame-options")).as(as).containsExactly("DENY");
        assertThat(page.headers().keySet()).as(as).doesNotContain("server", "x-powered-by");
        for (String cookie : page.headers("set-cookie")) {
            assertThat(cookie).as(as).startsWith("__Host-");
            assertThat(List.of(cookie.split("; ?")))
                    .as(as)
                    .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                    .noneMatch(part -> part.startsWith("Domain"));
        }
        assertThat(page.body()).as(as).doesNotContainIgnoringCase("jsessionid");
        assertThat(page.headers("location"))
                .as(as)
                .allSatisfy(to ->
                        assertThat(to).startsWith("/").doesNotStartWith("//").doesNotContain("jsessionid"));
    }

    /**
     * No internals: no stack trace, no SQL, no class names (WEB-17). The CSRF token is left out: its random characters
     * may spell any short word.
     */
    public static void hideTheInside(Page page, String as) {
        assertThat(page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""))
                .as(as)
                .doesNotContain(
                        "Exception",
                        "\tat ",
                        "\n at ",
                        "ca.releve",
                        "org.springframework",
                        "jakarta.",
                        "java.lang",
                        "Tomcat",
                        "PSQL",
                        "SQLState",
                        "select inside",
                        "db.internal",
                        "the inside of the portal",
                        "portal_of_secrets",
                        "??");
    }
}
