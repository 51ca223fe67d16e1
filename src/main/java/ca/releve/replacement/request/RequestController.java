package ca.releve.replacement.request;

import ca.releve.account.CurrentAccount;
import ca.releve.catalog.CatalogChoices;
import ca.releve.history.Changes;
import ca.releve.shared.StaleVersion;
import ca.releve.web.Submissions;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A request on one page, to check again, and its « Modifier ». */
@Controller
@RequestMapping("/remplacements/{id}")
class RequestController {

    private final RequestPage requestPage;
    private final RequestChoices choices;
    private final ManagerRequestService service;
    private final Submissions submissions;

    RequestController(
            RequestPage requestPage, RequestChoices choices, ManagerRequestService service, Submissions submissions) {
        this.requestPage = requestPage;
        this.choices = choices;
        this.service = service;
        this.submissions = submissions;
    }

    @GetMapping
    String show(@PathVariable UUID id, CurrentAccount me, Model page) {
        return requestPage.show(id, me, page);
    }

    /** What the person sees who has just sent it: that it is sent, its reference, what happens next (A11Y-18). */
    @GetMapping("/envoyee")
    String sent(@PathVariable UUID id, CurrentAccount me, Model page) {
        RequestSheet request = requestPage.sheet(id, me);
        page.addAttribute("minutes", ShiftRow.paidMinutes(requestPage.fill(request, me, page)));
        return request.submittedAt() == null ? "redirect:/remplacements/" + id : "replacement/sent";
    }

    @GetMapping("/modification")
    String edit(@PathVariable UUID id, CurrentAccount me, Locale locale, Model page) {
        RequestSheet request = requestPage.sheet(id, me);
        if (!request.status().isEditable()) {
            return "redirect:/remplacements/" + id;
        }
        RequestForm form = RequestForm.of(request);
        page.addAttribute("form", form);
        page.addAttribute("request", request);
        choices.offer(form, null, request, me, locale, page);
        return "replacement/form";
    }

    @PostMapping("/modification")
    String update(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") RequestForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            Locale locale,
            Model page,
            HttpServletResponse response,
            RedirectAttributes flash) {
        RequestSheet request = requestPage.sheet(id, me);
        page.addAttribute("request", request);
        CatalogChoices names = choices.offer(form, errors, request, me, locale, page);
        if (errors.hasErrors()) {
            return "replacement/form";
        }
        flash.addFlashAttribute("notice", "request.notice.edited");
        try {
            return submissions.once(submissionId, me.id(), () -> {
                service.edit(id, version, form.getFacilityId(), form.toNeed(), me);
                return "/remplacements/" + id;
            });
        } catch (StaleVersion stale) {
            RequestSheet stored = requestPage.sheet(id, me);
            page.addAttribute("request", stored);
            page.addAttribute("stored", changes(stored, form, me, names).list());
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return "replacement/form";
        }
    }

    private static Changes changes(RequestSheet stored, RequestForm typed, CurrentAccount me, CatalogChoices names) {
        String typedPlace = me.scope().facilities().stream()
                .filter(it -> it.id().equals(typed.getFacilityId()))
                .findFirst()
                .orElseThrow()
                .name();
        return stored.need()
                .changesTo(
                        typed.toNeed(),
                        names,
                        new Changes().text("field.facilityId", stored.facilityName(), typedPlace));
    }
}
