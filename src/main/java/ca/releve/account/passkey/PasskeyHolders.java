package ca.releve.account.passkey;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** The people who have passkeys are the accounts; there is no second list of them. */
@Component
class PasskeyHolders implements PublicKeyCredentialUserEntityRepository {

    private final Accounts accounts;

    PasskeyHolders(Accounts accounts) {
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
        return accounts.findById(account(handle)).map(PasskeyHolders::of).orElse(null);
    }

    /** @param username what a session knows somebody by: the id of her account */
    @Override
    public PublicKeyCredentialUserEntity findByUsername(String username) {
        return accounts.findById(UUID.fromString(username))
                .map(PasskeyHolders::of)
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
        throw new UnsupportedOperationException("People come from the accounts");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("People come from the accounts");
    }
}
