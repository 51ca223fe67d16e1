package ca.releve.testing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Sets the clock right and empties the mailboxes before each test. */
class ResetWorld extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) throws FolderException {
        test.getApplicationContext().getBeanProvider(TestClock.class).ifAvailable(TestClock::reset);
        // Background work that waits for a moment of the moved clock looks at the clock again.
        test.getApplicationContext()
                .getBeanProvider(Scheduler.class)
                .ifAvailable(Scheduler::triggerCheckForDueExecutions);
        GreenMail mails =
                test.getApplicationContext().getBeanProvider(GreenMail.class).getIfAvailable();
        if (mails != null) {
            mails.purgeEmailFromAllMailboxes();
        }
    }
}
