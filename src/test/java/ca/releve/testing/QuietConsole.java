package ca.releve.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/** Prints warnings and the loggers that a test enabled; the file of the run has the whole log. */
public class QuietConsole extends Filter<ILoggingEvent> {

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean turnedOn =
                ((LoggerContext) getContext()).getLogger(event.getLoggerName()).getLevel() != null;
        return event.getLevel().isGreaterOrEqual(Level.WARN) || turnedOn ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
