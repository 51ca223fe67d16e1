package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.replacement.manager.RequestPages;
import ca.releve.web.access.ForManagers;
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

/** « Aperçu »: shows the days of a schedule before anything is created. */
@Controller
@ForManagers
@RequestMapping("/remplacements/{id}/horaire")
class PreviewController {

    private final RequestPages pages;
    private final SchedulePreviews previews;

    PreviewController(RequestPages pages, SchedulePreviews previews) {
        this.pages = pages;
        this.previews = previews;
    }

    /** Shows the form and its preview; the values stand in the address, so that a reload keeps them. */
    @GetMapping(params = "startTime")
    String show(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ScheduleForm form,
            BindingResult errors,
            CurrentAccount me,
            Locale locale,
            Model page) {
        page.addAttribute("preview", previews.of(id, form, errors, me, locale, page));
        return ScheduleController.PAGE;
    }

    @GetMapping("/apercu")
    String back(@PathVariable UUID id, CurrentAccount me) {
        return "redirect:/remplacements/" + pages.get(id, me).id() + "/horaire";
    }

    @PostMapping("/apercu")
    String create(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ScheduleForm form,
            BindingResult errors,
            CurrentAccount me,
            Locale locale,
            Model page) {
        SchedulePreview preview = previews.of(id, form, errors, me, locale, page);
        return preview == null ? ScheduleController.PAGE : "redirect:" + PreviewAddress.of(id, form, preview);
    }
}
