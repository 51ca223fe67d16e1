package ca.releve.signin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.client.ClientManager;
import ca.releve.signin.Answer;
import ca.releve.signin.Doors;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class MailQuotaPagesTests {

    private static final int MOST = SecurityDoc.number("MAILS_PER_ACCOUNT");
    private static final int PER_ADDRESS = SecurityDoc.number("MAIL_REQUESTS_PER_ADDRESS");
    private static final String NEW = "une tout autre phrase, assez longue";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    @Covers({"ABU-04", "AUTH-01"})
    void fiftyRequestsForALinkAreLimitedAndAllGetTheSameAnswer() {
        Account account = world.client().account();
        Set<Answer> answers = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            Visitor visitor = world.stranger();
            Page answer = Doors.forgotten(visitor, account.email());
            answers.add(Answer.of(answer, visitor.follow()));
            if (i < MOST) {
                // A link that is superseded before it is sent is not mailed.
                world.mailTo(account.email(), i);
            }
        }

        assertThat(answers).hasSize(1);
        assertThat(queued(account.email())).isEqualTo(MOST);
        assertThat(toldOfAccount(account)).isEqualTo(1);

        String last = world.mailTo(account.email(), MOST - 1).path();
        assertThat(Doors.reset(world.stranger(), last, NEW).location())
                .as("the newest link works, however often somebody asked since")
                .hasValue("/connexion");
        clock.advance(Duration.ofHours(1));
        Doors.forgotten(world.stranger(), account.email());
        assertThat(queued(account.email()))
                .as("with the news of the new password")
                .isEqualTo(MOST + 2);
    }

    @Test
    @Covers({"ABU-04", "ABU-02"})
    void requestsOfOthersLeaveMailsForTheOwner() {
        Account account = world.client().account();
        signUp(world.stranger(), account.email(), NEW);
        signUp(world.stranger(), account.email(), NEW);
        assertThat(queued(account.email())).as("« Vous avez déjà un compte »").isEqualTo(1);
        world.mailTo(account.email());

        Doors.forgotten(world.stranger(), account.email());

        assertThat(world.mailTo(account.email(), 1).path()).startsWith("/compte/nouveau-mot-de-passe/");
    }

    @Test
    @Covers("ABU-04")
    void afterRepeatedSignUpsTheNewestLinkAndPasswordConfirm() {
        ClientManager manager = world.knownManager();
        for (int i = 0; i < MOST + 1; i++) {
            signUp(world.stranger(), manager.email(), NEW + i);
            world.mailTo(manager.email(), Math.min(i, MOST - 1));
        }
        assertThat(queued(manager.email())).isEqualTo(MOST);

        Visitor visitor = world.stranger();
        visitor.get(world.mailTo(manager.email(), MOST - 1).path());
        visitor.press("Confirmer mon compte", Map.of("password", NEW + MOST));

        assertThat(visitor.page().location()).hasValue("/connexion");
    }

    @Test
    @Covers({"ABU-04", "AUTH-01"})
    void requestsForMailsAreLimitedByAddressWithoutRevealingAnything() {
        Visitor visitor = world.stranger();
        Set<Answer> answers = new HashSet<>();
        int mails = 0;
        for (int i = 0; i < PER_ADDRESS + 3; i++) {
            String email = world.save(new StaffMember("Josée", "Roy", world.email("josee"), Role.DISPATCHER))
                    .email();
            Page answer = i % 5 == 0 ? signUp(visitor, email, NEW) : Doors.forgotten(visitor, email);
            if (i % 5 != 0) {
                answers.add(Answer.of(answer, visitor.follow()));
            } else {
                mails += queued(email);
                assertThat(answer.location()).hasValue("/compte/creation/envoyee");
            }
        }
        assertThat(answers).hasSize(1);
        assertThat(mails).as("sign-ups 1 and 6, not 11").isEqualTo(2);

        Account account = world.client().account();
        Doors.forgotten(visitor, account.email());
        assertThat(queued(account.email())).isZero();
        Doors.forgotten(world.stranger(), account.email());
        assertThat(queued(account.email())).isEqualTo(1);
    }

    private static Page signUp(Visitor visitor, String email, String password) {
        visitor.get("/compte/creation");
        return visitor.press(
                "Créer un compte",
                Map.of("firstName", "Nadia", "lastName", "Benali", "email", email, "password", password));
    }

    private int queued(String email) {
        return jdbc.sql("select count(*) from outgoing_mail where recipient = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }

    private int toldOfAccount(Account account) {
        return jdbc.sql("select count(*) from security_event where event = ? and account_id = ?")
                .params("excess_rate_limit_exceeded", account.id())
                .query(Integer.class)
                .single();
    }
}
