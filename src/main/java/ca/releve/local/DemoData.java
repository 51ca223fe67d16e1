package ca.releve.local;

import ca.releve.account.Account;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.client.Client;
import ca.releve.client.Facility;
import ca.releve.substitute.Substitute;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty local database with two clients, the service's staff, and a week of work around today. */
@Component
@Profile("local")
class DemoData implements ApplicationRunner {

    private static final Duration LONG_AGO = Duration.ofDays(40);
    private static final Duration LAST_WEEK = Duration.ofDays(6);
    private static final Duration INVITED = Duration.ofHours(30);
    private static final Duration YESTERDAY = Duration.ofDays(1);
    private static final Duration TODAY = Duration.ofHours(3);

    private final EntityManager entities;
    private final DemoClock clock;
    private final DemoAccounts accounts;
    private final DemoSubstitutes substitutes;
    private final DemoWeek week;
    private final DemoTemplates templates;
    private final DemoSecurityEvents events;
    private final DemoMails mails;

    DemoData(
            EntityManager entities,
            DemoClock clock,
            DemoAccounts accounts,
            DemoSubstitutes substitutes,
            DemoWeek week,
            DemoTemplates templates,
            DemoSecurityEvents events,
            DemoMails mails) {
        this.entities = entities;
        this.clock = clock;
        this.accounts = accounts;
        this.substitutes = substitutes;
        this.week = week;
        this.templates = templates;
        this.events = events;
        this.mails = mails;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (hasClients()) {
            return;
        }
        Account chantal = accounts.staff(LONG_AGO, DemoPeople.CHANTAL, Role.DISPATCHER);
        Account louise = accounts.staff(LONG_AGO, DemoPeople.LOUISE, Role.ADMINISTRATOR);
        StaffMember helene = accounts.invitedStaff(INVITED, DemoPeople.HELENE, Role.DISPATCHER, louise);
        Account sylvie = accounts.staff(LAST_WEEK, DemoPeople.SYLVIE, Role.DISPATCHER);
        accounts.disable(YESTERDAY, sylvie, louise);
        List<Substitute> people = substitutes.create();

        Client erables = client("CPE Les Petits Érables");
        Facility parc = facility(erables, "Installation du Parc", "1250, rue du Parc");
        Facility saintCharles = facility(erables, "Installation Sainte-Odile", "88, rue Saint-Charles");
        Account marie = accounts.manager(LONG_AGO, erables, DemoPeople.MARIE);

        Client mer = client("CPE Mer et Monde");
        Facility rive = facility(mer, "Installation de la Rive", "15, chemin du Fleuve");
        Account nadia = accounts.manager(LONG_AGO, mer, DemoPeople.NADIA);
        Account julie = accounts.unconfirmedManager(TODAY, mer, DemoPeople.JULIE);
        accounts.accessRequest(TODAY, DemoPeople.ANOTHER_MARIE);

        week.fill(List.of(parc, saintCharles), marie, chantal, people.subList(0, 4));
        week.fill(List.of(rive), nadia, chantal, people.subList(4, 8));
        entities.flush();
        rename(saintCharles, "Installation Saint-Charles");
        templates.ofOpenings();

        List.of(marie, nadia, chantal, louise, sylvie, julie).forEach(events::accountCreated);
        events.invited(INVITED, helene, louise);
        events.disabled(YESTERDAY, sylvie, louise);
        events.signIns(marie, nadia, chantal, louise, sylvie);
        mails.markAllSent();
        mails.failedInvitation(INVITED, helene);
    }

    /** Its requests are found under both names. */
    private void rename(Facility facility, String name) {
        facility.edit(
                name,
                facility.street(),
                facility.city(),
                facility.postalCode(),
                facility.phone(),
                facility.instructions());
        entities.flush();
    }

    private boolean hasClients() {
        return entities.createQuery("select count(c) > 0 from Client c", Boolean.class)
                .getSingleResult();
    }

    private Client client(String name) {
        Client client = new Client(name, clock);
        entities.persist(client);
        return client;
    }

    private Facility facility(Client client, String name, String street) {
        Facility facility = new Facility(
                client,
                name,
                street,
                "Québec",
                "G1K 3A1",
                "418 555-0120",
                "Entrée par la cour; le code de la porte est donné au téléphone. Stationnement dans la rue.");
        entities.persist(facility);
        return facility;
    }
}
