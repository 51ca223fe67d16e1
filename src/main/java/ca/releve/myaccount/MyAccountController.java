package ca.releve.myaccount;

import ca.releve.account.CurrentAccount;
import ca.releve.account.SecurityLog;
import ca.releve.web.access.ForSignedIn;
import ca.releve.web.session.SignInTime;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Mon compte »: what the portal knows of the user, and what users may change themselves. */
@Controller
@ForSignedIn
@RequestMapping("/mon-compte")
class MyAccountController {

    private final SecurityLog log;

    MyAccountController(SecurityLog log) {
        this.log = log;
    }

    @GetMapping
    String show(CurrentAccount me, HttpSession session, Model page) {
        page.addAttribute(
                "previous",
                SignInTime.of(session)
                        .flatMap(since -> log.previousSignIn(since, me.id()))
                        .orElse(null));
        return "myaccount/overview";
    }
}
