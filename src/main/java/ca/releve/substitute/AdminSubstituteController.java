package ca.releve.substitute;

import ca.releve.catalog.CatalogChoices;
import ca.releve.catalog.Catalogs;
import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.shared.NotFound;
import ca.releve.shared.StaleVersion;
import ca.releve.web.Choice;
import ca.releve.web.Deactivation;
import ca.releve.web.OptionalReason;
import ca.releve.web.Submissions;
import ca.releve.web.Window;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Remplaçantes: whom the service sends. */
@Controller
@RequestMapping("/admin/remplacantes")
class AdminSubstituteController {

    private final Substitutes substitutes;
    private final SubstituteStore store;
    private final SubstituteService service;
    private final Catalogs catalogs;
    private final History history;
    private final Submissions submissions;
    private final MessageSource messages;

    AdminSubstituteController(
            Substitutes substitutes,
            SubstituteStore store,
            SubstituteService service,
            Catalogs catalogs,
            History history,
            Submissions submissions,
            MessageSource messages) {
        this.substitutes = substitutes;
        this.store = store;
        this.service = service;
        this.catalogs = catalogs;
        this.history = history;
        this.submissions = submissions;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @ModelAttribute("filter") SubstituteFilter filter,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Locale locale,
            Model page) {
        List<SubstituteSummary> found = substitutes.find(
                filter.getText(), filter.active(), filter.qualified(), Window.LIMIT, Window.offset(number));
        page.addAttribute(
                "substitutes", Window.of(found, number, it -> UriComponentsBuilder.fromPath("/admin/remplacantes")
                        .queryParam("text", filter.getText())
                        .queryParam("state", filter.getState())
                        .queryParam("qualification", filter.getQualification())
                        .queryParam("page", it)
                        .encode()
                        .toUriString()));
        page.addAttribute("catalog", catalogs.in(locale));
        page.addAttribute("states", filter.states(messages, locale));
        page.addAttribute("qualifications", filter.qualifications(messages, locale));
        return "substitute/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Locale locale, Model page) {
        CatalogChoices catalog = catalogs.in(locale);
        Substitute substitute = whole(id);
        page.addAttribute("substitute", substitute);
        page.addAttribute("functions", catalog.namesOf(substitute.jobFunctionIds()));
        page.addAttribute("groups", catalog.namesOf(substitute.ageGroupIds()));
        page.addAttribute("history", history.ofSubject(id));
        return "substitute/show";
    }

    @GetMapping("/nouvelle")
    String form(Locale locale, Model page) {
        return form(null, null, new SubstituteForm(), catalogs.in(locale), locale, page);
    }

    @PostMapping("/nouvelle")
    String create(
            @Valid @ModelAttribute("form") SubstituteForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            Actor me,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        CatalogChoices catalog = catalogs.in(locale);
        check(form, catalog, Set.of(), Set.of(), errors);
        if (errors.hasErrors()) {
            return form(null, null, form, catalog, locale, page);
        }
        return submissions.once(submissionId, me.id(), () -> {
            UUID id = service.create(form, me);
            flash.addFlashAttribute("notice", "substitute.notice.created");
            return "/admin/remplacantes/" + id;
        });
    }

    @GetMapping("/{id}/modification")
    String edit(@PathVariable UUID id, Locale locale, Model page) {
        Substitute substitute = whole(id);
        return form(substitute, substitute.version(), SubstituteForm.of(substitute), catalogs.in(locale), locale, page);
    }

    @PostMapping("/{id}/modification")
    String update(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") SubstituteForm form,
            BindingResult errors,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            Locale locale,
            Model page,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Substitute substitute = whole(id);
        CatalogChoices catalog = catalogs.in(locale);
        check(form, catalog, substitute.jobFunctionIds(), substitute.ageGroupIds(), errors);
        if (errors.hasErrors()) {
            return form(substitute, version, form, catalog, locale, page);
        }
        try {
            return submissions.once(submissionId, me.id(), () -> {
                service.edit(id, version, form, me);
                flash.addFlashAttribute("notice", "substitute.notice.changed");
                return "/admin/remplacantes/" + id;
            });
        } catch (StaleVersion stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("stored", form.changes(substitute, catalog).list());
            return form(substitute, substitute.version(), form, catalog, locale, page);
        }
    }

    @GetMapping("/{id}/desactivation")
    String confirm(@PathVariable UUID id, Model page) {
        Substitute substitute = store.findById(id).orElseThrow(NotFound::new);
        return substitute.isActive()
                ? confirmation(substitute, substitute.version(), new OptionalReason(), page)
                : "redirect:/admin/remplacantes/" + id;
    }

    @PostMapping("/{id}/desactivation")
    String deactivate(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") OptionalReason form,
            BindingResult errors,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return confirmation(store.findById(id).orElseThrow(NotFound::new), version, form, page);
        }
        return submissions.once(submissionId, me.id(), () -> {
            service.deactivate(id, version, form.getReason(), me);
            flash.addFlashAttribute("notice", "substitute.notice.deactivated");
            return "/admin/remplacantes/" + id;
        });
    }

    @GetMapping("/{id}/reactivation")
    String back(@PathVariable UUID id) {
        return "redirect:/admin/remplacantes/" + id;
    }

    @PostMapping("/{id}/reactivation")
    String reactivate(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            RedirectAttributes flash) {
        return submissions.once(submissionId, me.id(), () -> {
            service.reactivate(id, version, me);
            flash.addFlashAttribute("notice", "substitute.notice.reactivated");
            return "/admin/remplacantes/" + id;
        });
    }

    private Substitute whole(UUID id) {
        return store.findWholeById(id).orElseThrow(NotFound::new);
    }

    /** What is chosen must be on offer, or have been hers already. */
    private static void check(
            SubstituteForm form,
            CatalogChoices catalog,
            Set<UUID> functionsInUse,
            Set<UUID> groupsInUse,
            BindingResult errors) {
        if (!offers(catalog.jobFunctions(functionsInUse), form.getJobFunctionIds())) {
            errors.rejectValue("jobFunctionIds", "typeMismatch.java.util.UUID");
        }
        if (!offers(catalog.ageGroups(groupsInUse), form.getAgeGroupIds())) {
            errors.rejectValue("ageGroupIds", "typeMismatch.java.util.UUID");
        }
    }

    private static boolean offers(List<Choice> choices, List<UUID> chosen) {
        return chosen.stream()
                .allMatch(id -> choices.stream().anyMatch(it -> it.value().equals(id.toString())));
    }

    /**
     * @param substitute null for a new one
     * @param seen the version that the person looks at; null for a new substitute
     */
    private String form(
            Substitute substitute,
            Integer seen,
            SubstituteForm form,
            CatalogChoices catalog,
            Locale locale,
            Model page) {
        page.addAttribute("substitute", substitute);
        page.addAttribute("version", seen);
        page.addAttribute("form", form);
        page.addAttribute(
                "jobFunctions",
                substitute == null ? catalog.jobFunctions() : catalog.jobFunctions(substitute.jobFunctionIds()));
        page.addAttribute(
                "ageGroups", substitute == null ? catalog.ageGroups() : catalog.ageGroups(substitute.ageGroupIds()));
        page.addAttribute("yesNo", List.of(answer(true, locale), answer(false, locale)));
        return "substitute/form";
    }

    private Choice answer(boolean yes, Locale locale) {
        return Choice.of(yes, messages.getMessage(yes ? "common.yes" : "common.no", null, locale));
    }

    private static String confirmation(Substitute substitute, int seen, OptionalReason form, Model page) {
        return new Deactivation("substitute.deactivation", substitute.name(), "/admin/remplacantes/" + substitute.id())
                .ask(seen, form, page);
    }
}
