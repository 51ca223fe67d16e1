package ca.releve.local;

import ca.releve.account.Account;
import ca.releve.account.StaffMember;
import ca.releve.web.settings.SecurityNumbers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Creates the security events of the last days, which « Réglages » shows to administrators. */
@Component
@Profile("local")
class DemoSecurityEvents {

    private static final String OFFICE = "198.51.100.20";
    private static final String DISPATCHER_ADDRESS = "198.51.100.21";
    private static final String NEW_ACCOUNT_ADDRESS = "198.51.100.23";
    private static final String ATTACKER = "203.0.113.77";

    private final JdbcClient jdbc;
    private final DemoClock clock;

    DemoSecurityEvents(JdbcClient jdbc, DemoClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void accountCreated(Account account) {
        insert(account.createdAt(), "user_created", account, NEW_ACCOUNT_ADDRESS, "");
        if (account.confirmedAt() != null) {
            insert(account.confirmedAt(), "user_updated", account, NEW_ACCOUNT_ADDRESS, "state=ACTIVE");
        }
    }

    void invited(Duration ago, StaffMember member, Account administrator) {
        insert(
                ago(ago),
                "privilege_permissions_changed",
                null,
                OFFICE,
                "member=" + member.id() + " role=" + member.role() + " by=" + administrator.id());
    }

    void disabled(Duration ago, Account account, Account administrator) {
        insert(ago(ago), "user_updated", account, OFFICE, "state=DISABLED by=" + administrator.id());
    }

    /** Sign-ins, a lock after too many wrong passwords, a refused page, and a link that was used twice. */
    void signIns(Account manager, Account otherManager, Account dispatcher, Account administrator, Account disabled) {
        signedIn(Duration.ofDays(5), disabled, NEW_ACCOUNT_ADDRESS);
        signedIn(Duration.ofHours(31), administrator, OFFICE);
        signedIn(Duration.ofHours(21), otherManager, "198.51.100.40");
        Duration lock = Duration.ofMinutes(191);
        for (int i = SecurityNumbers.SIGN_IN_FREE_FAILURES - 1; i >= 0; i--) {
            insert(ago(lock.plusMinutes(i)), "authn_login_fail", manager, ATTACKER, "reason=BadCredentialsException");
        }
        Instant until = ago(lock).plus(SecurityNumbers.SIGN_IN_FIRST_DELAY);
        insert(ago(lock), "authn_login_lock", manager, ATTACKER, "until=" + until);
        signedIn(Duration.ofMinutes(96), dispatcher, DISPATCHER_ADDRESS);
        signedIn(Duration.ofMinutes(95), manager, "198.51.100.7");
        insert(ago(Duration.ofMinutes(80)), "authz_fail", dispatcher, DISPATCHER_ADDRESS, "path=/admin/listes");
        insert(ago(Duration.ofMinutes(12)), "authn_token_reuse", null, "203.0.113.5", "purpose=PASSWORD_RESET");
    }

    private void signedIn(Duration ago, Account account, String address) {
        insert(ago(ago), "authn_login_success", account, address, "");
        jdbc.sql("update account set signed_in_at = ? where id = ?")
                .params(Timestamp.from(ago(ago)), account.id())
                .update();
    }

    private void insert(Instant at, String event, Account account, String address, String facts) {
        jdbc.sql("insert into security_event (id, at, event, account_id, address, facts) values (?, ?, ?, ?, ?, ?)")
                .params(
                        UuidVersion7Strategy.INSTANCE.generateUuid(null),
                        Timestamp.from(at),
                        event,
                        account == null ? null : account.id(),
                        address,
                        facts)
                .update();
    }

    private Instant ago(Duration duration) {
        return clock.instant().minus(duration);
    }
}
