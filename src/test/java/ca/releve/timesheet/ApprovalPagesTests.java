package ca.releve.timesheet;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.PortalTest;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class ApprovalPagesTests {

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Test
    void aManagerSeesTheHoursOfAWeekSideBySide() {
        Worked worked = hours.submitted(world.client(), 2);
        Visitor manager = world.signedIn(worked.client().account());

        Visitor.Page page = manager.get("/approbation");

        assertThat(page.status()).isEqualTo(200);
        System.out.println(page.html().selectFirst("form.filters-in"));
    }
}
