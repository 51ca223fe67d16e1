package ca.releve.testing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Resets the clock, the mailboxes and the limits by address before each test. */
class ResetWorld extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) throws FolderException {
        test.getApplicationContext().getBeanProvider(TestClock.class).ifAvailable(TestClock::reset);
        // A recurring task that ran at a future time would not run again until then.
        test.getApplicationContext().getBeanProvider(JdbcClient.class).ifAvailable(data -> data.sql("""
                        update scheduled_tasks set execution_time = now() + interval '1 hour'
                         where not picked and execution_time > now() + interval '1 day'
                        """)
                .update());
        // Makes the schedulers read the clock again.
        test.getApplicationContext()
                .getBeansOfType(Scheduler.class)
                .values()
                .forEach(Scheduler::triggerCheckForDueExecutions);
        // Counters of future times would never expire.
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
