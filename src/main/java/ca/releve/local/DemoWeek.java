package ca.releve.local;

import ca.releve.account.Account;
import ca.releve.client.Facility;
import ca.releve.substitute.Substitute;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The requests of a client around today: some over, some going on, some to come, in every status. */
@Component
@Profile("local")
class DemoWeek {

    void fill(List<Facility> facilities, Account manager, Account dispatcher, List<Substitute> substitutes) {}
}
