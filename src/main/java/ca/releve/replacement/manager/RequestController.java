package ca.releve.replacement.manager;

import ca.releve.account.CurrentAccount;
import ca.releve.catalog.CatalogChoices;
import ca.releve.history.Changes;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A request on one page, and its « Modifier ». */
@Controller
@ForManagers
@RequestMapping("/remplacements/{id}")
class RequestController {

    static final String LIST = "/remplacements";

    private static final String FORM = "replacement/manager/form";

    private final RequestPages pages;
    private final RequestChoices choices;
    private final ManagerRequestService service;

    RequestController(RequestPages pages, RequestChoices choices, ManagerRequestService service) {
        this.pages = pages;
        this.choices = choices;
        this.service = service;
    }

    static String address(UUID id) {
        return LIST + "/" + id;
    }

    @GetMapping
    String show(@PathVariable UUID id, CurrentAccount me, Model page) {
        return pages.show(id, me, page);
    }

    /** Confirms that the request was sent: its reference, and what happens next (A11Y-18). */
    @GetMapping("/envoyee")
    String sent(@PathVariable UUID id, CurrentAccount me, Model page) {
        RequestPage request = pages.get(id, me);
        page.addAttribute("minutes", ShiftRow.paidMinutes(pages.fill(request, me, page)));
        return request.created().submittedAt() == null ? "redirect:" + address(id) : "replacement/manager/sent";
    }

    @GetMapping("/modification")
    String edit(@PathVariable UUID id, CurrentAccount me, Locale locale, Model page) {
        RequestPage request = pages.get(id, me);
        if (!request.status().isEditable()) {
            return "redirect:" + address(id);
        }
        RequestForm form = RequestForm.of(request);
        page.addAttribute("form", form);
        show(request, page);
        choices.offer(form, null, request, me, locale, page);
        return FORM;
    }

    @PostMapping("/modification")
    String update(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") RequestForm form,
            BindingResult errors,
            Press press,
            CurrentAccount me,
            Locale locale,
            Model page) {
        RequestPage request = pages.getToChange(id, me);
        show(request, page);
        CatalogChoices names = choices.offer(form, errors, request, me, locale, page);
        if (errors.hasErrors()) {
            return FORM;
        }
        return press.onceOrWhenStale(
                "request.notice.edited",
                address(id),
                () -> service.edit(id, press.version(), form.getFacilityId(), form.toNeed(), me),
                () -> {
                    RequestPage stored = pages.get(id, me);
                    show(stored, page);
                    page.addAttribute("stored", changes(stored, form, me, names).list());
                    return FORM;
                });
    }

    /** Puts the request on the page, and who is told if the need changes. */
    private void show(RequestPage request, Model page) {
        page.addAttribute("request", request);
        page.addAttribute("promises", request.promises(pages.now()));
    }

    private static Changes changes(RequestPage stored, RequestForm typed, CurrentAccount me, CatalogChoices names) {
        String typedPlace = me.scope().facilities().stream()
                .filter(it -> it.id().equals(typed.getFacilityId()))
                .findFirst()
                .orElseThrow()
                .name();
        return stored.need()
                .changesTo(
                        typed.toNeed(),
                        names,
                        new Changes().text("field.facilityId", stored.facility().name(), typedPlace));
    }
}
