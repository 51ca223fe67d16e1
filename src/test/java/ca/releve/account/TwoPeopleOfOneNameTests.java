package ca.releve.account;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Client;
import ca.releve.client.ClientManager;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two managers of one client, and two members of the staff, of one name are told apart by their addresses. */
@PortalTest
class TwoPeopleOfOneNameTests {

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    SomeClient mine;
    String lastName;
    ReplacementRequest request;

    @BeforeEach
    void createARequest() {
        mine = world.client();
        lastName = mine.account().lastName();
        request = world.sentRequest(mine, world.shift(Duration.ofDays(2), 4));
    }

    @Test
    void theHistorySaysWhichOfTwoManagersItWas() {
        Account other = account(mine.client(), "MARIE");
        Visitor visitor = world.signedIn(other);
        cancel(visitor);

        assertThat(history(visitor.get("/remplacements/" + request.id())))
                .contains("MARIE " + lastName + " (" + beginning(other) + ")");
    }

    @Test
    void aNamesakeAtAnotherClientSaysNothing() {
        account(world.client().client(), "Marie");
        Visitor visitor = world.signedIn(mine.account());
        cancel(visitor);

        assertThat(history(visitor.get("/remplacements/" + request.id())))
                .contains("Marie " + lastName + ",")
                .doesNotContain(beginning(mine.account()));
    }

    @Test
    void theMarkGoesWhenTheOtherAccountIsClosed() {
        Account other = account(mine.client(), "Marie");
        assertThat(nameOf(mine.account())).isEqualTo("Marie " + lastName + " (" + beginning(mine.account()) + ")");

        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(other.id())
                .update();

        assertThat(nameOf(mine.account())).isEqualTo("Marie " + lastName);
    }

    @Test
    void twoWithTheSameBeginningOfTheirAddressesAreToldApartByAllOfIt() {
        Account other = account(mine.client(), "Marie");
        jdbc.sql("update account set email = ? where id = ?")
                .params(beginning(mine.account()) + "@autre.example", other.id())
                .update();

        assertThat(nameOf(mine.account()))
                .isEqualTo("Marie " + lastName + " (" + mine.account().email() + ")");
        assertThat(nameOf(other)).endsWith(" (" + beginning(mine.account()) + "@autre.example)");
    }

    @Test
    void theHistorySaysWhichOfTwoMembersOfTheStaffItWas() {
        Account josee = staff();
        Account namesake = staff();
        Visitor visitor = world.signedIn(namesake);
        visitor.get("/admin/demandes/" + request.id());
        visitor.press("Prendre en recherche");

        assertThat(history(visitor.follow()))
                .contains("Josée " + lastName + " (" + beginning(namesake) + ")")
                .doesNotContain(beginning(josee) + ")");
    }

    private void cancel(Visitor visitor) {
        visitor.get("/remplacements/" + request.id() + "/annulation");
        visitor.press("Annuler la demande", Map.of("reason", "L’éducatrice est revenue."));
        assertThat(visitor.page().status()).isEqualTo(303);
    }

    private Account account(Client client, String firstName) {
        ClientManager manager =
                world.save(new ClientManager(client, firstName, lastName, world.email("m.tremblay"), "418 555-0101"));
        Account account = Account.of(manager, clock);
        account.signUp(firstName, lastName, "", "fr");
        account.confirm(clock);
        return world.save(account);
    }

    private Account staff() {
        StaffMember member = world.save(new StaffMember("Josée", lastName, world.email("j.roy"), Role.DISPATCHER));
        Account account = Account.of(member, clock);
        account.signUp("Josée", lastName, "", "fr");
        account.confirm(clock);
        return world.save(account);
    }

    private String nameOf(Account account) {
        return jdbc.sql("select full_name from account where id = ?")
                .param(account.id())
                .query(String.class)
                .single();
    }

    private static String beginning(Account account) {
        return account.email().substring(0, account.email().indexOf('@'));
    }

    private static String history(Visitor.Page page) {
        return page.html().select("section[aria-labelledby=historique]").text();
    }
}
