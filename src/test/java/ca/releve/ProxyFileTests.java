package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files of the proxies that the documents offer: TLS, limits, and logs without tokens. */
class ProxyFileTests {

    private static final String TOKEN = "aB3-_".repeat(8) + "xyz";
    private static final String NGINX = read("src/main/docker/nginx.conf");
    private static final String CADDY = read("src/main/docker/Caddyfile");

    @Test
    @Covers("OPS-20")
    void onlyCurrentVersionsOfTlsAreSpoken() {
        assertThat(directives("ssl_protocols")).containsExactly("TLSv1.2 TLSv1.3");
        assertThat(CADDY).contains("protocols tls1.2 tls1.3");
        assertThat(NGINX).contains("return 301 https://$host$request_uri;");
        assertThat(read("src/docs/operations.md")).contains("sslmode=verify-full");
    }

    @Test
    @Covers("OPS-20")
    void requestsAreReadWholeAndLimited() {
        assertThat(directives("proxy_request_buffering")).containsExactly("on");
        assertThat(directives("proxy_buffering")).containsExactly("on");
        assertThat(directives("client_max_body_size")).containsExactly("1m");
        assertThat(directives("client_header_timeout")).containsExactly("10s");
        assertThat(directives("client_body_timeout")).containsExactly("10s");
        assertThat(directives("proxy_set_header"))
                .contains("X-Forwarded-For $remote_addr", "X-Forwarded-Proto $scheme", "Host $host");
        assertThat(blocks("location "))
                .filteredOn(block -> !block.contains("(css|js|img|webjars)"))
                .hasSize(2)
                .allMatch(block -> block.contains("limit_req zone=pages"));
        assertThat(CADDY).contains("max_size 1MB", "buffer_requests", "read_body 10s");
    }

    @Test
    @Covers("OPS-14")
    void noTokenOfALinkIsLogged() {
        String format = NGINX.substring(NGINX.indexOf("log_format"), NGINX.indexOf("upstream portal {"));
        assertThat(format)
                .contains("$uri_without_token")
                .doesNotContain("$request ", "$request_uri", "$args", "$query_string", "$http_", "$uri ");
        assertThat(directives("access_log"))
                .containsExactlyInAnyOrder("off", "/var/log/nginx/portail.log without_tokens");

        Pattern map = Pattern.compile(found("\"~(\\^\\(\\?<before>[^\"]+)\"").get(0));
        for (String path : List.of("/compte/confirmation/", "/compte/nouveau-mot-de-passe/")) {
            assertThat(map.matcher(path + TOKEN).matches()).as(path).isTrue();
        }
        assertThat(map.matcher("/compte/confirmation/" + TOKEN + "/suite").matches())
                .isTrue();
        assertThat(map.matcher("/remplacements/0193a1b2-0000-7000-8000-000000000000")
                        .matches())
                .isFalse();

        Pattern quiet = Pattern.compile(found("location ~ \"([^\"]+)\"").get(0));
        assertThat(quiet.matcher("/compte/confirmation/" + TOKEN).find()).isTrue();
        assertThat(blocks("location ~ \"").get(0)).contains("error_log /var/log/nginx/portail-error.log crit");

        Pattern caddy = Pattern.compile(Pattern.compile("request>uri regexp \"([^\"]+)\"")
                .matcher(CADDY)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1));
        assertThat(caddy.matcher("/compte/confirmation/" + TOKEN + "?langue=en").replaceAll("/…"))
                .isEqualTo("/compte/confirmation/…/…");
        assertThat(CADDY).contains("request>headers delete", "resp_headers delete");
    }

    private static List<String> directives(String name) {
        return found("(?m)^\\s*" + name + " ([^;]+);");
    }

    private static List<String> found(String what) {
        return Pattern.compile(what)
                .matcher(NGINX)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    /** The blocks that begin like this, to their closing bracket. */
    private static List<String> blocks(String beginning) {
        return Pattern.compile("(?ms)^    " + beginning + ".*?^    \\}$")
                .matcher(NGINX)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
