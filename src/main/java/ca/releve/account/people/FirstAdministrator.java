package ca.releve.account.people;

import ca.releve.account.AccountNews.AdministratorInvited;
import ca.releve.account.Addressee;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.account.StaffMembers;
import ca.releve.client.EmailAddress;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.web.SettingRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the first administratrice in (AUTH-22): started with {@code releve.first-administrator=person@service.ca}, the portal
 * makes her known and mails her an invitation. She creates her account like everybody; nobody else ever knows her password.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final String setting;
    private final StaffMembers staffMembers;
    private final TransactionTemplate transaction;
    private final History history;
    private final ApplicationEventPublisher events;

    FirstAdministrator(
            @Value("${releve.first-administrator:}") String setting,
            StaffMembers staffMembers,
            TransactionTemplate transaction,
            History history,
            ApplicationEventPublisher events) {
        this.setting = setting;
        this.staffMembers = staffMembers;
        this.transaction = transaction;
        this.history = history;
        this.events = events;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (setting.isBlank()) {
            return;
        }
        EmailAddress email = EmailAddress.parse(setting)
                .orElseThrow(() -> new SettingRefused("releve.first-administrator is not an e-mail address."));
        if (staffMembers.existsByRoleAndActiveTrue(Role.ADMINISTRATOR)) {
            log.info("There is an administrator already; releve.first-administrator changes nothing");
            return;
        }
        try {
            transaction.executeWithoutResult(status -> invite(email));
            log.info("The first administrator is invited by mail");
        } catch (DataIntegrityViolationException alreadyThere) {
            log.warn("The address of releve.first-administrator is somebody's already; nothing was changed");
        }
    }

    private void invite(EmailAddress email) {
        StaffMember member = staffMembers.saveAndFlush(
                new StaffMember("Administratrice", email.original(), email, Role.ADMINISTRATOR));
        history.record(
                Actor.PORTAL,
                Subject.ofService(member.id()),
                "staff.created",
                null,
                Fact.text(member.name()),
                Fact.text(member.email()),
                StaffForm.roleFact(member.role()));
        events.publishEvent(new AdministratorInvited(new Addressee(member.email(), member.email(), "fr")));
    }
}
