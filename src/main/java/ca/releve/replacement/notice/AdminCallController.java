package ca.releve.replacement.notice;

import ca.releve.history.Actor;
import ca.releve.web.access.ForStaff;
import ca.releve.web.form.Press;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Appelée »: closes a call of the list « À appeler ». */
@Controller
@ForStaff
@RequestMapping("/admin/appels/{id}")
class AdminCallController {

    private static final String LIST = "/admin/demandes";

    private final CallService service;

    AdminCallController(CallService service) {
        this.service = service;
    }

    @PostMapping("/appelee")
    String called(@PathVariable UUID id, Press press, Actor me) {
        return press.once("call.notice.called", LIST, () -> service.called(id, press.version(), me));
    }

    /** Redirects « Revoir la page à jour » after a refused button. */
    @GetMapping("/appelee")
    String back(@PathVariable UUID id) {
        return "redirect:" + LIST;
    }
}
