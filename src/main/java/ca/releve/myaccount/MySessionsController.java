package ca.releve.myaccount;

import ca.releve.account.CurrentAccount;
import ca.releve.account.SecurityLog;
import ca.releve.account.SessionsOfAccount;
import ca.releve.shared.NotFound;
import ca.releve.web.access.ForSignedIn;
import ca.releve.web.access.RequiresRecentFactor;
import ca.releve.web.form.Press;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Mes sessions »: shows and ends the user's sessions (WEB-04). */
@Controller
@ForSignedIn
@RequiresRecentFactor
@RequestMapping("/mon-compte/sessions")
class MySessionsController {

    private static final String PLACE = "/mon-compte/sessions";

    private final SessionsOfAccount sessions;
    private final SecurityLog log;

    MySessionsController(SessionsOfAccount sessions, SecurityLog log) {
        this.sessions = sessions;
        this.log = log;
    }

    @GetMapping
    @RequiresRecentFactor(toRead = false)
    String list(CurrentAccount me, HttpSession session, Model page) {
        page.addAttribute(
                "sessions",
                sessions.of(me.id(), session).stream()
                        .map(it -> new Row(it, BrowserName.of(it.userAgent())))
                        .toList());
        return "myaccount/sessions";
    }

    /** The page after a factor that was asked for before a session ends. */
    @GetMapping({"/{reference}/fin", "/fin"})
    String show() {
        return "redirect:" + PLACE;
    }

    @PostMapping("/{reference}/fin")
    String end(@PathVariable UUID reference, Press press, CurrentAccount me, HttpSession session) {
        return press.once("my-sessions.notice.ended", PLACE, () -> {
            if (!sessions.end(me.id(), reference, session.getId())) {
                throw new NotFound();
            }
            log.record("session_ended", me.id(), "sessions", "one", "by", "owner");
        });
    }

    @PostMapping("/autres/fin")
    String endOthers(Press press, CurrentAccount me, HttpSession session) {
        return press.once("my-sessions.notice.others", PLACE, () -> {
            sessions.endOthers(me.id(), session.getId());
            log.record("session_ended", me.id(), "sessions", "others", "by", "owner");
        });
    }

    @PostMapping("/fin")
    String endAll(Press press, CurrentAccount me, HttpSession session) {
        String next = press.once("my-sessions.notice.all", "/connexion", () -> {
            sessions.end(me.id());
            log.record("session_ended", me.id(), "sessions", "all", "by", "owner");
        });
        session.invalidate();
        return next;
    }

    /** A session on the page. */
    record Row(SessionsOfAccount.SessionRow session, BrowserName name) {}
}
