package ca.releve.timesheet;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells the list which line was just dealt with, so that it says so and goes on with the next one. */
final class Handled {

    static final String REQUEST = "handledRequest";
    static final String STARTS_AT = "handledStartsAt";

    private Handled() {}

    /** @param facts what the notice says, already in the reader's words */
    static void tell(RedirectAttributes flash, HoursLine line, String notice, Object... facts) {
        flash.addFlashAttribute("notice", notice);
        flash.addFlashAttribute("noticeFacts", facts);
        flash.addFlashAttribute(REQUEST, line.requestId());
        flash.addFlashAttribute(STARTS_AT, line.planned().startsAt());
    }
}
