package ca.releve.account;

import ca.releve.web.EndedSession;
import ca.releve.web.RefusedAddress;
import ca.releve.web.SecurityNumbers;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
    String signIn(
            @RequestAttribute(name = "me", required = false) CurrentAccount me,
            HttpServletRequest request,
            Model page) {
        page.addAttribute("ended", EndedSession.isToBeTold(request));
        page.addAttribute("idle", SecurityNumbers.SESSION_IDLE.toMinutes());
        page.addAttribute("absolute", SecurityNumbers.SESSION_ABSOLUTE.toHours());
        RefusedAddress.take(request).ifPresent(typed -> page.addAttribute("email", typed));
        return me == null ? "account/sign-in" : "redirect:/";
    }
}
