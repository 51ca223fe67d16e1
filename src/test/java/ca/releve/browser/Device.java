package ca.releve.browser;

import ca.releve.testing.SoftKey;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.Base64;

/** Chromium's virtual authenticator: the part of a device that stores passkeys and verifies the user. */
final class Device {

    private final CDPSession browser;
    private final String id;

    private Device(CDPSession browser) {
        this.browser = browser;
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        this.id = browser.send("WebAuthn.addVirtualAuthenticator", parameters)
                .get("authenticatorId")
                .getAsString();
    }

    /** The device of this browser. */
    static Device of(Person person) {
        return new Device(person.page().context().newCDPSession(person.page()));
    }

    /** Adds an existing passkey to the device. */
    Device with(SoftKey passkey) {
        JsonObject credential = new JsonObject();
        credential.addProperty("credentialId", text(passkey.credentialId()));
        credential.addProperty("isResidentCredential", true);
        credential.addProperty("rpId", "localhost");
        credential.addProperty("privateKey", text(passkey.privateKey()));
        credential.addProperty("userHandle", text(passkey.userHandle()));
        credential.addProperty("signCount", 1);
        JsonObject parameters = mine();
        parameters.add("credential", credential);
        browser.send("WebAuthn.addCredential", parameters);
        return this;
    }

    /** From now on the device fails to verify the user. */
    void inTheHandsOfAnother() {
        JsonObject parameters = mine();
        parameters.addProperty("isUserVerified", false);
        browser.send("WebAuthn.setUserVerified", parameters);
    }

    private JsonObject mine() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        return parameters;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
