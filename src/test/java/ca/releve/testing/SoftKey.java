package ca.releve.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebAuthn authenticator with a passkey, without a browser. */
public final class SoftKey {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOST = "localhost";
    private static final byte PRESENT_AND_VERIFIED = 0x05;
    private static final byte WITH_KEY = 0x40;

    private final KeyPair keys;
    private final byte[] credentialId = new byte[32];
    private final byte[] userHandle;

    private SoftKey(byte[] userHandle) {
        this.userHandle = userHandle;
        new SecureRandom().nextBytes(credentialId);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A device that holds a passkey of this account. */
    public static SoftKey of(UUID accountId) {
        return new SoftKey(ByteBuffer.allocate(16)
                .putLong(accountId.getMostSignificantBits())
                .putLong(accountId.getLeastSignificantBits())
                .array());
    }

    /** Stores the public key as a passkey of this account, as if it had been created on a page. */
    public void register(JdbcClient jdbc, UUID accountId, String label, Instant at) {
        jdbc.sql("""
                        insert into passkey (id, account_id, label, credential_id, public_key, attestation_object,
                                             signature_count, transports, backup_eligible, backup_state, created_at)
                        values (uuidv7(), ?, ?, ?, ?, ?, 0, 'internal', false, false, ?)
                        """)
                .params(accountId, label, credentialId(), publicKey(), attestationObject(), Timestamp.from(at))
                .update();
    }

    /** The answer to a registration challenge. */
    public String make(String options, String origin) {
        String response = """
                "attestationObject":"%s","clientDataJSON":"%s","transports":["internal"]""".formatted(
                        text(attestationObject()), text(clientData("webauthn.create", challenge(options), origin)));
        return credential(response, "{\"credProps\":{\"rk\":true}}");
    }

    /** The answer to a sign-in challenge. */
    public String sign(String options, String origin) {
        return sign(options, origin, PRESENT_AND_VERIFIED);
    }

    /** The same without user verification. */
    public String signWithoutLooking(String options, String origin) {
        return sign(options, origin, (byte) 0x01);
    }

    /** The same with this signature counter. */
    public String signCounting(int count, String options, String origin) {
        return sign(options, origin, PRESENT_AND_VERIFIED, count);
    }

    private String sign(String options, String origin, byte flags) {
        return sign(options, origin, flags, 0);
    }

    private String sign(String options, String origin, byte flags, int count) {
        byte[] data = authenticatorData(flags, count);
        byte[] client = clientData("webauthn.get", challenge(options), origin);
        String response = """
                "authenticatorData":"%s","clientDataJSON":"%s","signature":"%s","userHandle":"%s\"""".formatted(text(data), text(client), text(signature(data, client)), text(userHandle));
        return credential(response, "{}");
    }

    public byte[] credentialId() {
        return credentialId.clone();
    }

    /** The private key in the format of a browser's virtual authenticator. */
    public byte[] privateKey() {
        return keys.getPrivate().getEncoded();
    }

    public byte[] userHandle() {
        return userHandle.clone();
    }

    /** The public key in COSE form. */
    public byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return joined(
                bytes(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20),
                coordinate(key.getW().getAffineX()),
                bytes(0x22, 0x58, 0x20),
                coordinate(key.getW().getAffineY()));
    }

    public byte[] attestationObject() {
        byte[] data = joined(
                authenticatorData((byte) (PRESENT_AND_VERIFIED | WITH_KEY)),
                new byte[16],
                bytes(0, credentialId.length),
                credentialId,
                publicKey());
        return joined(
                bytes(0xa3, 0x63),
                "fmt".getBytes(StandardCharsets.US_ASCII),
                bytes(0x64),
                "none".getBytes(StandardCharsets.US_ASCII),
                bytes(0x67),
                "attStmt".getBytes(StandardCharsets.US_ASCII),
                bytes(0xa0, 0x68),
                "authData".getBytes(StandardCharsets.US_ASCII),
                bytes(0x58, data.length),
                data);
    }

    private String credential(String response, String extensions) {
        return """
                {"id":"%s","rawId":"%s","type":"public-key","authenticatorAttachment":"platform",
                 "clientExtensionResults":%s,"response":{%s}}""".formatted(text(credentialId), text(credentialId), extensions, response);
    }

    private static byte[] authenticatorData(byte flags) {
        return authenticatorData(flags, 0);
    }

    private static byte[] authenticatorData(byte flags, int count) {
        return joined(sha256(HOST.getBytes(StandardCharsets.US_ASCII)), bytes(flags, 0, 0, 0, count));
    }

    private static byte[] clientData(String type, String challenge, String origin) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, challenge, origin).getBytes(StandardCharsets.UTF_8);
    }

    private static String challenge(String options) {
        JsonNode asked = JSON.readTree(options);
        return asked.get("challenge").asString();
    }

    private byte[] signature(byte[] data, byte[] client) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return padded;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
