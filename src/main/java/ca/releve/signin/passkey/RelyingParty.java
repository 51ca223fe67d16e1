package ca.releve.signin.passkey;

import java.net.URI;
import java.util.Set;

/**
 * The relying party of WebAuthn: a browser binds each passkey to its host and uses it on pages of its origins only.
 *
 * @param id the host of the portal, without scheme or port
 * @param origins of the pages that may use a passkey, for example {@code https://portail.example.ca}
 */
public record RelyingParty(String id, Set<String> origins) {

    /** The relying party of the portal at this address. */
    static RelyingParty at(String baseUrl) {
        URI address = URI.create(baseUrl);
        int usual = address.getScheme().equals("https") ? 443 : 80;
        String port = address.getPort() == -1 || address.getPort() == usual ? "" : ":" + address.getPort();
        return new RelyingParty(address.getHost(), Set.of(address.getScheme() + "://" + address.getHost() + port));
    }
}
