package ca.releve.signin.passkey;

import ca.releve.shared.RecordRowMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The table of passkeys. It replaces the framework's, which has no foreign key to an account and reads another clock. */
@Component
class PasskeyStore implements UserCredentialRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Oldest first. */
    List<Passkey> of(UUID accountId) {
        return jdbc.sql("select * from passkey where account_id = ? order by created_at, id")
                .param(accountId)
                .query(RecordRowMapper.of(Passkey.class))
                .list();
    }

    Optional<Passkey> find(UUID id, UUID accountId) {
        return jdbc.sql("select * from passkey where id = ? and account_id = ?")
                .params(id, accountId)
                .query(RecordRowMapper.of(Passkey.class))
                .optional();
    }

    boolean has(UUID accountId) {
        return jdbc.sql("select exists (select 1 from passkey where account_id = ?)")
                .param(accountId)
                .query(Boolean.class)
                .single();
    }

    void rename(UUID id, String label) {
        jdbc.sql("update passkey set label = ? where id = ?").params(label, id).update();
    }

    void remove(UUID id, UUID accountId) {
        jdbc.sql("delete from passkey where id = ? and account_id = ?")
                .params(id, accountId)
                .update();
    }

    /** @return how many were removed */
    int removeAll(UUID accountId) {
        return jdbc.sql("delete from passkey where account_id = ?")
                .param(accountId)
                .update();
    }

    /** Locks the account, so that changes of its passkeys run one after the other. */
    void lock(UUID accountId) {
        jdbc.sql("select 1 from account where id = ? for update")
                .param(accountId)
                .query(Integer.class)
                .single();
    }

    /**
     * Inserts a new passkey, or updates one after its use.
     *
     * @throws IllegalStateException if the passkey was removed meanwhile, or if its signature count did not increase, which
     *     means a copy; the library compares with the count at registration only
     */
    @Override
    public void save(CredentialRecord record) {
        Timestamp now = Timestamp.from(clock.instant());
        // Only a new passkey has client data; they are not stored.
        if (record.getAttestationClientDataJSON() != null) {
            insert(record, now);
            return;
        }
        int used = jdbc.sql("""
                        update passkey set signature_count = :count, backup_state = :backup, used_at = :now
                         where credential_id = :id and (signature_count < :count or (signature_count = 0 and :count = 0))
                        """)
                .param("count", record.getSignatureCount())
                .param("backup", record.isBackupState())
                .param("now", now)
                .param("id", record.getCredentialId().getBytes())
                .update();
        if (used == 0) {
            throw new IllegalStateException("The passkey was removed, or is a copy");
        }
    }

    private void insert(CredentialRecord record, Timestamp now) {
        jdbc.sql("""
                        insert into passkey (id, account_id, label, credential_id, public_key, attestation_object,
                                             signature_count, transports, backup_eligible, backup_state, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UuidVersion7Strategy.INSTANCE.generateUuid(null),
                        PasskeyUsers.account(record.getUserEntityUserId()),
                        record.getLabel(),
                        record.getCredentialId().getBytes(),
                        record.getPublicKey().getBytes(),
                        record.getAttestationObject().getBytes(),
                        record.getSignatureCount(),
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(",")),
                        record.isBackupEligible(),
                        record.isBackupState(),
                        now)
                .update();
    }

    @Override
    public CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql("select * from passkey where credential_id = ?")
                .param(credentialId.getBytes())
                .query(PasskeyStore::whole)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql("select * from passkey where account_id = ? order by created_at, id")
                .param(PasskeyUsers.account(handle))
                .query(PasskeyStore::whole)
                .list();
    }

    @Override
    public void delete(Bytes credentialId) {
        throw new UnsupportedOperationException("Passkeys are removed by remove and removeAll, with a mail");
    }

    private static CredentialRecord whole(ResultSet row, int number) throws SQLException {
        Set<AuthenticatorTransport> transports = Arrays.stream(
                        row.getString("transports").split(","))
                .filter(it -> !it.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(PasskeyUsers.handle(row.getObject("account_id", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(true)
                .transports(transports)
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .label(row.getString("label"))
                .created(row.getTimestamp("created_at").toInstant())
                .build();
    }
}
