package ca.releve.account.passkey;

import java.net.URI;
import java.util.Set;

/**
 * For whom passkeys are: a browser binds each to the name of this host, and gives it to pages of these origins only.
 *
 * @param id the host of the portal, without scheme or port
 * @param origins of the pages that may ask, for example {@code https://portail.example.ca}
 */
public record RelyingParty(String id, Set<String> origins) {

    /** The portal at this address. */
    static RelyingParty at(String baseUrl) {
        URI address = URI.create(baseUrl);
        int usual = address.getScheme().equals("https") ? 443 : 80;
        String port = address.getPort() == -1 || address.getPort() == usual ? "" : ":" + address.getPort();
        return new RelyingParty(address.getHost(), Set.of(address.getScheme() + "://" + address.getHost() + port));
    }
}
