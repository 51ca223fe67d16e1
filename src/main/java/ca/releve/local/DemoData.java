package ca.releve.local;

import ca.releve.account.Account;
import ca.releve.account.AccountHistory;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.client.Client;
import ca.releve.client.ClientManager;
import ca.releve.client.EmailAddress;
import ca.releve.client.Facility;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.substitute.Substitute;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
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

    private static final Duration LONG_AGO = Duration.ofDays(40);
    private static final Duration LAST_WEEK = Duration.ofDays(6);
    private static final Duration YESTERDAY = Duration.ofDays(1);
    private static final Duration TODAY = Duration.ofHours(3);
    private static final Duration FOUR_MINUTES = Duration.ofMinutes(4);

    private final EntityManager entities;
    private final PasswordEncoder passwords;
    private final DemoClock clock;
    private final History history;
    private final AccountHistory accountHistory;
    private final DemoWeek week;
    private final DemoSettings settings;
    private final String password;

    DemoData(
            EntityManager entities,
            PasswordEncoder passwords,
            DemoClock clock,
            History history,
            AccountHistory accountHistory,
            DemoWeek week,
            DemoSettings settings,
            @Value("${releve.local.password}") String password) {
        this.entities = entities;
        this.passwords = passwords;
        this.clock = clock;
        this.history = history;
        this.accountHistory = accountHistory;
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
        Account chantal = staff(LONG_AGO, DemoPeople.CHANTAL, Role.DISPATCHER);
        Account louise = staff(LONG_AGO, DemoPeople.LOUISE, Role.ADMINISTRATOR);
        StaffMember helene = invited(louise);
        Account sylvie = staff(LAST_WEEK, DemoPeople.SYLVIE, Role.DISPATCHER);
        List<Substitute> substitutes = List.of(
                educator("Karine", "Roy", "karine.roy@courriel.example", "418 555-0141"),
                helper("Josée", "Gagnon", "josee.gagnon@courriel.example", "418 555-0142"),
                educator("Nadia", "Benali", "nadia.benali@courriel.example", "418 555-0143"),
                educator("Sophie", "Lavoie", "sophie.lavoie@courriel.example", "418 555-0144"),
                educator("Fatoumata", "Diallo", "fatoumata.diallo@courriel.example", "418 555-0145"),
                helper("Mélanie", "Côté", "melanie.cote@courriel.example", "418 555-0146"),
                educator("Rosalie", "Paquet", "rosalie.paquet@courriel.example", "418 555-0147"),
                educator("Camille", "Nguyen", "camille.nguyen@courriel.example", "418 555-0148"));

        Client erables = keep(new Client("CPE Les Petits Érables", clock));
        Facility parc = facility(erables, "Installation du Parc", "1250, rue du Parc");
        Facility saintCharles = facility(erables, "Installation Saint-Charles", "88, rue Saint-Charles");
        Account marie = manager(erables, DemoPeople.MARIE);

        Client mer = keep(new Client("CPE Mer et Monde", clock));
        Facility rive = facility(mer, "Installation de la Rive", "15, chemin du Fleuve");
        Account nadia = manager(mer, DemoPeople.NADIA);
        ClientManager julie = known(mer, DemoPeople.JULIE);
        Account waiting = signedUp(TODAY, DemoPeople.JULIE, () -> Account.of(julie, clock));
        disable(sylvie, louise);

        week.fill(List.of(parc, saintCharles), marie, chantal, substitutes.subList(0, 4));
        week.fill(List.of(rive), nadia, chantal, substitutes.subList(4, 8));
        entities.flush();
        settings.fill(marie, nadia, chantal, louise, sylvie, waiting, helene);
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

    private StaffMember invited(Account administrator) {
        StaffMember helene = keep(new StaffMember("Hélène", "Morin", email(DemoPeople.HELENE), Role.DISPATCHER));
        clock.at(
                ago(DemoSettings.INVITED),
                () -> history.record(
                        administrator.actor(),
                        Subject.ofService(helene.id()),
                        "staff.created",
                        null,
                        Fact.text(helene.name()),
                        Fact.text(helene.email()),
                        Fact.message("role." + helene.role())));
        return helene;
    }

    private Account manager(Client client, DemoPeople.Person person) {
        ClientManager manager = known(client, person);
        return confirmed(LONG_AGO, person, () -> Account.of(manager, clock));
    }

    private ClientManager known(Client client, DemoPeople.Person person) {
        return keep(new ClientManager(client, person.firstName(), person.lastName(), email(person), "418 555-0121"));
    }

    private Account staff(Duration ago, DemoPeople.Person person, Role role) {
        StaffMember member = keep(new StaffMember(person.firstName(), person.lastName(), email(person), role));
        return confirmed(ago, person, () -> Account.of(member, clock));
    }

    private Account confirmed(Duration ago, DemoPeople.Person person, Supplier<Account> made) {
        Account account = signedUp(ago, person, made);
        clock.at(account.createdAt().plus(FOUR_MINUTES), () -> {
            account.confirm(clock);
            accountHistory.record(account.actor(), account, "account.confirmed", Fact.text(account.email()));
        });
        return account;
    }

    private Account signedUp(Duration ago, DemoPeople.Person person, Supplier<Account> made) {
        Account account = clock.at(ago(ago), made);
        account.signUp(person.firstName(), person.lastName(), passwords.encode(password), "fr");
        return keep(account);
    }

    private void disable(Account account, Account administrator) {
        clock.at(ago(YESTERDAY), () -> {
            account.disable();
            accountHistory.because(
                    "Elle ne travaille plus pour le service.",
                    administrator.actor(),
                    account,
                    "account.disabled",
                    Fact.text(account.email()));
        });
    }

    private Instant ago(Duration duration) {
        return clock.instant().minus(duration);
    }

    private Substitute educator(String firstName, String lastName, String email, String phone) {
        Substitute educator = new Substitute(firstName, lastName, email(email), phone, true);
        educator.mayDo(
                week.ids("JobFunction", "Éducatrice", "Aide-éducatrice"),
                week.ids("AgeGroup", "Poupons", "18 mois", "4 ans", "5 ans", "Multiâge"));
        return keep(educator);
    }

    private Substitute helper(String firstName, String lastName, String email, String phone) {
        Substitute helper = new Substitute(firstName, lastName, email(email), phone, false);
        helper.mayDo(
                week.ids("JobFunction", "Aide-éducatrice", "Responsable de l’alimentation", "Préposée à l’entretien"),
                week.ids("AgeGroup", "Multiâge", "Sans groupe"));
        return keep(helper);
    }

    private static EmailAddress email(DemoPeople.Person person) {
        return EmailAddress.parse(person.email()).orElseThrow();
    }

    /** One that the page of a substitute takes. */
    private static String email(String typed) {
        return EmailAddress.parse(typed).orElseThrow().original();
    }
}
