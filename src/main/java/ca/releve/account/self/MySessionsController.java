package ca.releve.account.self;

import ca.releve.account.CurrentAccount;
import ca.releve.account.SecurityLog;
import ca.releve.account.SessionsOfAccount;
import ca.releve.shared.NotFound;
import ca.releve.web.Submissions;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Mes sessions »: where somebody is signed in at this moment, and the end of what should not go on (WEB-04). */
@Controller
@RequestMapping("/mon-compte/sessions")
class MySessionsController {

    private static final String PLACE = "/mon-compte/sessions";

    private final SessionsOfAccount sessions;
    private final Submissions submissions;
    private final SecurityLog log;

    MySessionsController(SessionsOfAccount sessions, Submissions submissions, SecurityLog log) {
        this.sessions = sessions;
        this.submissions = submissions;
        this.log = log;
    }

    @GetMapping
    String list(CurrentAccount me, HttpSession session, Model page) {
        page.addAttribute(
                "sessions",
                sessions.of(me.id(), session).stream()
                        .map(it -> new Row(it, BrowserName.of(it.userAgent())))
                        .toList());
        return "account/self/sessions";
    }

    /** Where somebody lands who was asked for a factor before the end of a session. */
    @GetMapping({"/{reference}/fin", "/fin"})
    String show() {
        return "redirect:" + PLACE;
    }

    @PostMapping("/{reference}/fin")
    String end(
            @PathVariable UUID reference,
            @RequestParam UUID submissionId,
            CurrentAccount me,
            HttpSession session,
            RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "my-sessions.notice.ended");
        return submissions.once(submissionId, me.id(), () -> {
            if (!sessions.end(me.id(), reference, session.getId())) {
                throw new NotFound();
            }
            log.record("session_ended", me.id(), "sessions", "one", "by", "owner");
            return PLACE;
        });
    }

    @PostMapping("/autres/fin")
    String endOthers(
            @RequestParam UUID submissionId, CurrentAccount me, HttpSession session, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "my-sessions.notice.others");
        return submissions.once(submissionId, me.id(), () -> {
            sessions.endOthers(me.id(), session.getId());
            log.record("session_ended", me.id(), "sessions", "others", "by", "owner");
            return PLACE;
        });
    }

    @PostMapping("/fin")
    String endAll(@RequestParam UUID submissionId, CurrentAccount me, HttpSession session, RedirectAttributes flash) {
        String next = submissions.once(submissionId, me.id(), () -> {
            sessions.end(me.id());
            log.record("session_ended", me.id(), "sessions", "all", "by", "owner");
            return "/connexion";
        });
        session.invalidate();
        flash.addFlashAttribute("notice", "my-sessions.notice.all");
        return next;
    }

    /** A session on the page. */
    record Row(SessionsOfAccount.Line session, BrowserName name) {}
}
