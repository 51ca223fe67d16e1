package ca.releve.account.self;

import ca.releve.account.CurrentAccount;
import ca.releve.web.SignedInSince;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Mon compte »: what the portal knows of the person who looks, and what she may change herself. */
@Controller
@RequestMapping("/mon-compte")
class MyAccountController {

    private final SignIns signIns;

    MyAccountController(SignIns signIns) {
        this.signIns = signIns;
    }

    @GetMapping
    String show(CurrentAccount me, HttpSession session, Model page) {
        page.addAttribute(
                "previous",
                SignedInSince.of(session)
                        .flatMap(since -> signIns.before(since, me.id()))
                        .orElse(null));
        return "account/self/overview";
    }
}
