package ca.releve.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The front door: leads each person to where her day begins. */
@Controller
class HomeController {

    @GetMapping("/")
    String show(@RequestAttribute(name = "me", required = false) CurrentAccount me) {
        if (me == null) {
            return "redirect:/connexion";
        }
        return me.isStaff() ? "redirect:/admin/demandes" : "redirect:/remplacements";
    }

    @GetMapping("/connexion")
    String signIn(@RequestAttribute(name = "me", required = false) CurrentAccount me) {
        return me == null ? "account/sign-in" : "redirect:/";
    }
}
