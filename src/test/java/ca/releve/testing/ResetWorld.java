package ca.releve.testing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Sets the clock right, and empties the mailboxes and the limits by address, before each test. */
class ResetWorld extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) throws FolderException {
        test.getApplicationContext().getBeanProvider(TestClock.class).ifAvailable(TestClock::reset);
        // Background work that waits for a moment of the moved clock looks at the clock again.
        test.getApplicationContext()
                .getBeanProvider(Scheduler.class)
                .ifAvailable(Scheduler::triggerCheckForDueExecutions);
        // What was counted at moments that are still to come would never be forgotten.
        test.getApplicationContext()
                .getBeanProvider(JdbcClient.class)
                .ifAvailable(data -> data.sql("delete from rate_limit").update());
        GreenMail mails =
                test.getApplicationContext().getBeanProvider(GreenMail.class).getIfAvailable();
        if (mails != null) {
            mails.purgeEmailFromAllMailboxes();
        }
    }
}
