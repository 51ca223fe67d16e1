package ca.releve.replacement.manager;

import ca.releve.account.CurrentAccount;
import ca.releve.replacement.RequestStatus;
import ca.releve.shared.StaleVersion;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
import ca.releve.web.form.ReasonForm;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Renvoyer »: answers the staff's question, with a form on the page of the request. */
@Controller
@ForManagers
@RequestMapping("/remplacements/{id}/reponse")
class RequestAnswerController {

    private final RequestPages pages;
    private final ManagerRequestService service;

    RequestAnswerController(RequestPages pages, ManagerRequestService service) {
        this.pages = pages;
        this.service = service;
    }

    @GetMapping
    String form(@PathVariable UUID id, CurrentAccount me) {
        return "redirect:" + RequestController.address(pages.get(id, me).id());
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Press press,
            CurrentAccount me,
            Model page) {
        form.require("answer.required", errors);
        if (errors.hasErrors()) {
            return pages.show(id, me, page);
        }
        return press.onceOrWhenStale(
                "request.notice.answered",
                RequestController.address(id),
                () -> service.giveInfo(id, press.version(), form.getReason(), me),
                () -> {
                    if (pages.get(id, me).status() != RequestStatus.NEEDS_INFO) {
                        throw new StaleVersion();
                    }
                    page.addAttribute("stored", List.of());
                    return pages.show(id, me, page);
                });
    }
}
