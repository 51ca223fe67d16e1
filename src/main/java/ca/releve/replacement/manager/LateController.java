package ca.releve.replacement.manager;

import ca.releve.account.CurrentAccount;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Elle n’est pas arrivée »: one button for a shift that has begun. */
@Controller
@ForManagers
@RequestMapping("/remplacements/{id}/quarts/{shiftId}/retard")
class LateController {

    private final RequestPages pages;
    private final LateService service;

    LateController(RequestPages pages, LateService service) {
        this.pages = pages;
        this.service = service;
    }

    @PostMapping
    String report(@PathVariable UUID id, @PathVariable UUID shiftId, Press press, CurrentAccount me) {
        return press.once(() -> {
            boolean reported = service.report(id, shiftId, press.version(), me);
            press.noticeOrWarning(reported, "shift.notice.late", "shift.notice.late.known");
            return RequestController.address(id);
        });
    }

    /** Redirects « Revoir la page à jour » after a refused button. */
    @GetMapping
    String back(@PathVariable UUID id, @PathVariable UUID shiftId, CurrentAccount me) {
        return "redirect:" + RequestController.address(pages.get(id, me).id());
    }
}
