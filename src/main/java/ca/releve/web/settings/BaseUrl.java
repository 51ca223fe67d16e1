package ca.releve.web.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The check of the address that the links of mails begin with. */
final class BaseUrl {

    private static final String NAME = "RELEVE_BASE_URL";
    private static final String EXAMPLE = "such as https://portail.example.ca";
    private static final int LAST_PORT = 65_535;

    /** Browsers keep what is sent to these on the machine; for trying the portal. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private BaseUrl() {}

    /** @return what is wrong with the address, as a sentence that does not repeat it: it may hold a password */
    static Optional<String> problem(String setting) {
        URI address;
        try {
            address = new URI(setting);
        } catch (URISyntaxException malformed) {
            return Optional.of(NAME + " is a whole address " + EXAMPLE + ".");
        }
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http") || address.getHost() == null) {
            return Optional.of(NAME + " is a whole address " + EXAMPLE + ", with https:// and the name of a host.");
        }
        if (address.getRawUserInfo() != null) {
            return Optional.of(NAME + " holds a name or a password before the host, which every mail would show.");
        }
        if (scheme.equals("http") && !THIS_MACHINE.contains(address.getHost())) {
            return Optional.of(NAME + " begins with https://, since a link in clear can be read on its way.");
        }
        if (address.getPort() == 0 || address.getPort() > LAST_PORT) {
            return Optional.of(NAME + " has a port from 1 to " + LAST_PORT + ".");
        }
        boolean more =
                !address.getRawPath().isEmpty() || address.getRawQuery() != null || address.getRawFragment() != null;
        return more
                ? Optional.of(
                        NAME + " ends with the host or its port, " + EXAMPLE + ", without a slash or a path after it.")
                : Optional.empty();
    }
}
