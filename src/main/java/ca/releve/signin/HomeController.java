package ca.releve.signin;

import ca.releve.account.CurrentAccount;
import ca.releve.web.access.ForEverybody;
import ca.releve.web.settings.SecurityNumbers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The sign-in page, and the redirect from the root to the home page of the role. */
@Controller
@ForEverybody
class HomeController {

    @GetMapping("/")
    String show(@RequestAttribute(name = "me", required = false) CurrentAccount me) {
        if (me == null) {
            return "redirect:/connexion";
        }
        return me.isStaff() ? "redirect:/admin/demandes" : "redirect:/remplacements";
    }

    @GetMapping("/connexion")
    String signIn(@RequestAttribute(name = "me", required = false) CurrentAccount me, Model page) {
        page.addAttribute("idle", SecurityNumbers.SESSION_IDLE.toMinutes());
        page.addAttribute("absolute", SecurityNumbers.SESSION_ABSOLUTE.toHours());
        return me == null ? "signin/sign-in" : "redirect:/";
    }
}
