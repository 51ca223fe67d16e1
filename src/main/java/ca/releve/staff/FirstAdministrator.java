package ca.releve.staff;

import ca.releve.account.Role;
import ca.releve.account.StaffMembers;
import ca.releve.format.EmailAddress;
import ca.releve.web.settings.InvalidSettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Invites the first administrator (AUTH-22): started with {@code releve.first-administrator=person@service.ca}, the portal adds
 * them to the staff and mails an invitation to sign up. Nobody else ever knows their password.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final String setting;
    private final StaffMembers members;
    private final StaffService service;

    FirstAdministrator(
            @Value("${releve.first-administrator:}") String setting, StaffMembers members, StaffService service) {
        this.setting = setting;
        this.members = members;
        this.service = service;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (setting.isBlank()) {
            return;
        }
        EmailAddress email = EmailAddress.parse(setting)
                .orElseThrow(() -> new InvalidSettingException("releve.first-administrator is not an e-mail address."));
        if (members.existsByRoleAndActiveTrue(Role.ADMINISTRATOR)) {
            log.info("There is an administrator already; releve.first-administrator changes nothing");
            return;
        }
        try {
            service.createFirstAdministrator(email);
            log.info("The first administrator is invited by mail");
        } catch (DataIntegrityViolationException alreadyThere) {
            log.warn("The address of releve.first-administrator is somebody's already; nothing was changed");
        }
    }
}
