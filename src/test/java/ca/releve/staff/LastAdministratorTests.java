package ca.releve.staff;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.testing.AtOnce;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Unfinished;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One active administrator always remains, also when two remove each other concurrently. */
@PortalTest
@Covers("ACC-10")
class LastAdministratorTests {

    private static final String LAST = "C’est la dernière administratrice qui peut se connecter";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Unfinished unfinished;

    private List<UUID> others;
    private Account one;
    private Account two;

    @BeforeEach
    void createTwoAdministrators() {
        one = world.administrator();
        two = world.administrator();
        others = jdbc.sql("""
                        update staff_member set active = false
                         where role = 'ADMINISTRATOR' and active and id not in (?, ?) returning id
                        """)
                .params(one.staffMemberId(), two.staffMemberId())
                .query(UUID.class)
                .list();
    }

    @AfterEach
    void restoreTheOtherAdministrators() {
        jdbc.sql("update staff_member set active = true where id = any(?)")
                .param(others.toArray(UUID[]::new))
                .update();
    }

    @Test
    void oneAdministratorRemainsWhenTwoDeactivateEachOther() throws Exception {
        oneOfTwoIsRefused(two -> "/admin/personnel/" + two.staffMemberId() + "/desactivation", "Désactiver");
    }

    @Test
    void oneAdministratorRemainsWhenTwoDisableEachOthersAccounts() throws Exception {
        oneOfTwoIsRefused(two -> "/admin/comptes/" + two.id() + "/desactivation", "Désactiver");
    }

    @Test
    void oneAdministratorRemainsWhenTwoChangeEachOthersRole() throws Exception {
        oneOfTwoIsRefused(two -> "/admin/personnel/" + two.staffMemberId(), "Enregistrer");
    }

    @Test
    void anInvitedAdministratorWithoutAnAccountDoesNotCount() {
        world.save(new StaffMember("Léa", "Roy", world.email("lea"), Role.ADMINISTRATOR));
        StaffMember soon = world.save(new StaffMember("Éa", "Roy", world.email("ea"), Role.ADMINISTRATOR));
        Visitor visitor = world.signedIn(one);
        visitor.get("/admin/personnel/" + soon.id());
        visitor.press("Enregistrer", Map.of("role", "DISPATCHER"));
        assertThat(visitor.follow().text()).contains("La fiche est modifiée.");
        jdbc.sql("update staff_member set active = false where id = ?")
                .param(two.staffMemberId())
                .update();

        assertThat(refusalOf("update staff_member set active = false where id = ?", one.staffMemberId()))
                .contains("administrator_remains");
        assertThat(refusalOf("update staff_member set role = 'DISPATCHER' where id = ?", one.staffMemberId()))
                .contains("administrator_remains");
        assertThat(refusalOf("update account set state = 'DISABLED' where id = ?", one.id()))
                .contains("administrator_remains");
    }

    @Test
    void anAdministratorWhoLosesTheRoleWhileConfirmingTheAccountDoesNotCount() throws Exception {
        jdbc.sql("update account set state = 'UNCONFIRMED' where id = ?")
                .param(two.id())
                .update();

        theLastOneIsRefusedWhile(
                "update staff_member set role = 'DISPATCHER' where id = ?", two.staffMemberId(),
                "update account set state = 'ACTIVE' where id = ?", two.id());
    }

    @Test
    void anAdministratorWhoseAccountIsDisabledWhileGettingTheRoleDoesNotCount() throws Exception {
        jdbc.sql("update staff_member set role = 'DISPATCHER' where id = ?")
                .param(two.staffMemberId())
                .update();

        theLastOneIsRefusedWhile(
                "update account set state = 'DISABLED' where id = ?", two.id(),
                "update staff_member set role = 'ADMINISTRATOR' where id = ?", two.staffMemberId());
    }

    /** One of the two conditions for an administrator is removed in a transaction while the other one is added. */
    private void theLastOneIsRefusedWhile(String taking, UUID taken, String giving, UUID given) throws Exception {
        CompletableFuture<String> answer;
        try (Unfinished.Change first = unfinished.begin(taking, taken)) {
            jdbc.sql(giving).param(given).update();
            answer = CompletableFuture.supplyAsync(
                    () -> refusalOf("update staff_member set active = false where id = ?", one.staffMemberId()));
            first.untilTheyWait(answer);
            first.finish();
        }

        assertThat(answer.get(20, TimeUnit.SECONDS)).contains("administrator_remains");
        assertThat(working()).isEqualTo(1);
    }

    private interface Way {
        String to(Account other);
    }

    private void oneOfTwoIsRefused(Way way, String button) throws Exception {
        List<Press> both = List.of(pressing(one, way.to(two), button), pressing(two, way.to(one), button));

        List<Page> answers = AtOnce.run(2, both::get);

        // The first change may have signed the other user out already: before the form is read (403) or after (302).
        assertThat(answers).extracting(Page::status).isSubsetOf(302, 303, 403, 409);
        assertThat(answers).filteredOn(LastAdministratorTests::isDone).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() == 409).allSatisfy(it -> assertThat(it.text())
                .containsAnyOf(
                        LAST,
                        "Quelqu’un d’autre a fait un changement au même moment. Rien de ce que vous avez inscrit",
                        "Vos droits ont changé pendant l’envoi. Rien n’a été enregistré."));
        assertThat(working()).isEqualTo(1);
    }

    @Test
    void twoAdministratorsWhoDisableEachOtherDoNotDeadlock() throws Exception {
        Press first = pressing(one, "/admin/comptes/" + two.id() + "/desactivation", "Désactiver");
        Press second = pressing(two, "/admin/comptes/" + one.id() + "/desactivation", "Désactiver");
        CompletableFuture<Page> here;
        CompletableFuture<Page> there;
        try (Unfinished.Change rights =
                unfinished.begin("insert into submission (id, at) values (?, now())", first.submissionId())) {
            rights.goOn("insert into submission (id, at) values (?, now())", second.submissionId());
            here = CompletableFuture.supplyAsync(first::call);
            there = CompletableFuture.supplyAsync(second::call);
            rights.untilTheyWait(here, there);
            // Each transaction has locked and read the rights of its own user.
            try (Unfinished.Change reading = unfinished.begin("lock table client in access exclusive mode")) {
                rights.close();
                reading.untilTheyWait(here, there);
            }
        }

        List<Page> answers = List.of(here.get(20, TimeUnit.SECONDS), there.get(20, TimeUnit.SECONDS));
        assertThat(answers).filteredOn(LastAdministratorTests::isDone).hasSize(1);
        assertThat(answers)
                .filteredOn(it -> it.status() == 409)
                .singleElement()
                .extracting(Page::text)
                .asString()
                .contains("Quelqu’un d’autre a fait un changement au même moment.", "Nous nous sommes disputées");
        assertThat(working()).isEqualTo(1);
    }

    private int working() {
        return jdbc.sql("""
                        select count(*) from staff_member s join account a on a.staff_member_id = s.id
                         where s.role = 'ADMINISTRATOR' and s.active and a.state = 'ACTIVE'
                        """).query(Integer.class).single();
    }

    private static boolean isDone(Page page) {
        return page.location().filter(it -> it.startsWith("/admin/")).isPresent();
    }

    private Press pressing(Account who, String path, String button) {
        Visitor visitor = world.signedIn(who);
        return new Press(visitor, visitor.get(path), button);
    }

    /** A form that a user has open. */
    private record Press(Visitor visitor, Page shown, String button) implements Callable<Page> {

        UUID submissionId() {
            return UUID.fromString(
                    shown.html().select("main [name=submissionId]").first().val());
        }

        @Override
        public Page call() {
            boolean role = !shown.html().select("main [name=role]").isEmpty();
            return visitor.press(
                    shown,
                    button,
                    role ? Map.of("role", "DISPATCHER") : Map.of("reason", "Nous nous sommes disputées"));
        }
    }

    private String refusalOf(String statement, UUID id) {
        try {
            jdbc.sql(statement).param(id).update();
            return "";
        } catch (DataIntegrityViolationException refusal) {
            return refusal.getMessage();
        }
    }
}
