package ca.releve.signin.passkey;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** The user entities of WebAuthn are the accounts; no second table holds them. */
@Component
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

    private final Accounts accounts;

    PasskeyUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    static Bytes handle(UUID accountId) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(accountId.getMostSignificantBits())
                .putLong(accountId.getLeastSignificantBits())
                .array());
    }

    static UUID account(Bytes handle) {
        ByteBuffer bits = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bits.getLong(), bits.getLong());
    }

    @Override
    public PublicKeyCredentialUserEntity findById(Bytes handle) {
        return accounts.findById(account(handle)).map(PasskeyUsers::of).orElse(null);
    }

    /** @param username the id of the account, as in the session */
    @Override
    public PublicKeyCredentialUserEntity findByUsername(String username) {
        return accounts.findById(UUID.fromString(username))
                .map(PasskeyUsers::of)
                .orElse(null);
    }

    private static PublicKeyCredentialUserEntity of(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(account.id()))
                .name(account.email())
                .displayName(account.name())
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity holder) {
        throw new UnsupportedOperationException("User entities are the accounts");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("User entities are the accounts");
    }
}
