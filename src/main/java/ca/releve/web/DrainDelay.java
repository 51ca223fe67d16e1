package ca.releve.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes on serving for a while after the portal was asked to stop (OPS-05). Readiness is down meanwhile, so that whatever
 * distributes the requests sends the next ones to another instance before this one refuses them.
 */
@Component
class DrainDelay implements SmartLifecycle {

    private final Duration delay;
    private volatile boolean running;

    DrainDelay(@Value("${releve.drain-delay}") Duration delay) {
        this.delay = delay;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Beans of the default phase are stopped before the web server and the management port. */
    @Override
    public void stop() {
        running = false;
        try {
            TimeUnit.MILLISECONDS.sleep(delay.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
