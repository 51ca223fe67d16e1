package ca.releve.replacement.manager;

import ca.releve.account.CurrentAccount;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Supprimer »: deletes a draft, which was not sent to anybody. */
@Controller
@ForManagers
@RequestMapping("/remplacements/{id}/suppression")
class RequestDeletionController {

    private final RequestPages pages;
    private final ManagerRequestService service;

    RequestDeletionController(RequestPages pages, ManagerRequestService service) {
        this.pages = pages;
        this.service = service;
    }

    @GetMapping
    String form(@PathVariable UUID id, CurrentAccount me, Model page) {
        RequestPage request = pages.get(id, me);
        page.addAttribute("request", request);
        return request.status().isDeletable()
                ? "replacement/manager/deletion"
                : "redirect:" + RequestController.address(id);
    }

    @PostMapping
    String delete(@PathVariable UUID id, Press press, CurrentAccount me) {
        return press.once(
                "request.notice.deleted", RequestController.LIST, () -> service.delete(id, press.version(), me));
    }
}
