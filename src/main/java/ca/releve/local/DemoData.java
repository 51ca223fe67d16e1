package ca.releve.local;

import ca.releve.account.Account;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.client.Client;
import ca.releve.client.ClientManager;
import ca.releve.client.EmailAddress;
import ca.releve.client.Facility;
import ca.releve.substitute.Substitute;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty local database with two clients, the service's staff, and a week of work around today. */
@Component
@Profile("local")
class DemoData implements ApplicationRunner {

    private final EntityManager entities;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final DemoWeek week;
    private final DemoSettings settings;
    private final String password;

    DemoData(
            EntityManager entities,
            PasswordEncoder passwords,
            Clock clock,
            DemoWeek week,
            DemoSettings settings,
            @Value("${releve.local.password}") String password) {
        this.entities = entities;
        this.passwords = passwords;
        this.clock = clock;
        this.week = week;
        this.settings = settings;
        this.password = password;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        boolean filled = entities.createQuery("select count(c) > 0 from Client c", Boolean.class)
                .getSingleResult();
        if (filled) {
            return;
        }
        Account chantal = staff(DemoPeople.CHANTAL, Role.DISPATCHER);
        Account louise = staff(DemoPeople.LOUISE, Role.ADMINISTRATOR);
        keep(new StaffMember("Hélène", "Morin", email(DemoPeople.HELENE), Role.DISPATCHER));
        Account sylvie = staff(DemoPeople.SYLVIE, Role.DISPATCHER);
        List<Substitute> substitutes = List.of(
                substitute("Karine", "Roy", "418 555-0141", true),
                substitute("Josée", "Gagnon", "418 555-0142", false),
                substitute("Nadia", "Benali", "418 555-0143", true),
                substitute("Sophie", "Lavoie", "418 555-0144", true),
                substitute("Fatoumata", "Diallo", "418 555-0145", false),
                substitute("Mélanie", "Côté", "418 555-0146", true),
                substitute("Rosalie", "Paquet", "418 555-0147", true),
                substitute("Camille", "Nguyen", "418 555-0148", false));

        Client erables = keep(new Client("CPE Les Petits Érables", clock));
        Facility parc = facility(erables, "Installation du Parc", "1250, rue du Parc");
        Facility saintCharles = facility(erables, "Installation Saint-Charles", "88, rue Saint-Charles");
        Account marie = manager(erables, DemoPeople.MARIE);

        Client mer = keep(new Client("CPE Mer et Monde", clock));
        Facility rive = facility(mer, "Installation de la Rive", "15, chemin du Fleuve");
        Account nadia = manager(mer, DemoPeople.NADIA);
        ClientManager julie = known(mer, DemoPeople.JULIE);
        keep(signedUp(Account.of(julie, clock), DemoPeople.JULIE));

        week.fill(List.of(parc, saintCharles), marie, chantal, substitutes.subList(0, 4));
        week.fill(List.of(rive), nadia, chantal, substitutes.subList(4, 8));
        entities.flush();
        settings.fill(marie, chantal, louise, sylvie);
    }

    private <T> T keep(T entity) {
        entities.persist(entity);
        return entity;
    }

    private Facility facility(Client client, String name, String street) {
        return keep(new Facility(
                client,
                name,
                street,
                "Québec",
                "G1K 3A1",
                "418 555-0120",
                "Entrée par la cour; le code de la porte est donné au téléphone. Stationnement dans la rue."));
    }

    private Account manager(Client client, DemoPeople.Person person) {
        return account(Account.of(known(client, person), clock), person);
    }

    private ClientManager known(Client client, DemoPeople.Person person) {
        return keep(new ClientManager(client, person.firstName(), person.lastName(), email(person), "418 555-0121"));
    }

    private Account staff(DemoPeople.Person person, Role role) {
        StaffMember member = keep(new StaffMember(person.firstName(), person.lastName(), email(person), role));
        return account(Account.of(member, clock), person);
    }

    private Account account(Account account, DemoPeople.Person person) {
        signedUp(account, person).confirm(clock);
        return keep(account);
    }

    private Account signedUp(Account account, DemoPeople.Person person) {
        account.signUp(person.firstName(), person.lastName(), passwords.encode(password), "fr");
        return account;
    }

    private Substitute substitute(String firstName, String lastName, String phone, boolean qualified) {
        return keep(new Substitute(firstName, lastName, "", phone, qualified));
    }

    private static EmailAddress email(DemoPeople.Person person) {
        return EmailAddress.parse(person.email()).orElseThrow();
    }
}
