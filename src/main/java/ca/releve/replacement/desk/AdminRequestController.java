package ca.releve.replacement.desk;

import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.web.access.ForStaff;
import ca.releve.web.form.Press;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The staff's page of a request, and its two buttons without a form: « Prendre en recherche » and « Reconfirmer ». */
@Controller
@ForStaff
@RequestMapping("/admin/demandes/{id}")
class AdminRequestController {

    private final DeskRequestPages pages;
    private final DispatchService service;
    private final History history;

    AdminRequestController(DeskRequestPages pages, DispatchService service, History history) {
        this.pages = pages;
        this.service = service;
        this.history = history;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model page) {
        pages.fill(id, page);
        page.addAttribute("history", history.ofRequest(id));
        return "replacement/desk/request";
    }

    @PostMapping("/recherche")
    String take(@PathVariable UUID id, Press press, Actor me) {
        return press.once(
                "dispatch.notice.taken", DeskRequestPages.address(id), () -> service.take(id, press.version(), me));
    }

    @PostMapping("/quarts/{shiftId}/reconfirmation")
    String reconfirm(@PathVariable UUID id, @PathVariable UUID shiftId, Press press, Actor me) {
        return press.once(
                "dispatch.notice.reconfirmed",
                DeskRequestPages.address(id),
                () -> service.reconfirm(id, press.version(), shiftId, me));
    }

    /** Redirects « Revoir la page à jour » after a refused button. */
    @GetMapping({"/recherche", "/quarts/{shiftId}/reconfirmation"})
    String back(@PathVariable UUID id) {
        return "redirect:" + DeskRequestPages.address(id);
    }
}
