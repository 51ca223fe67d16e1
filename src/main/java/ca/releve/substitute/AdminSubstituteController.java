package ca.releve.substitute;

import ca.releve.catalog.CatalogChoices;
import ca.releve.catalog.Catalogs;
import ca.releve.format.EmailAddress;
import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.shared.NotFound;
import ca.releve.web.access.ForStaff;
import ca.releve.web.form.ComingForm;
import ca.releve.web.form.Deactivation;
import ca.releve.web.form.LikelyDoubleException;
import ca.releve.web.form.LikelyDoubles;
import ca.releve.web.form.Press;
import ca.releve.web.list.ListPosition;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lists, shows, adds, edits, deactivates and reactivates substitutes. */
@Controller
@ForStaff
@RequestMapping(AdminSubstituteController.LIST)
class AdminSubstituteController {

    static final String LIST = "/admin/remplacantes";

    private static final String TAKEN = "substitute.email.taken";

    private final SubstituteStore substitutes;
    private final SubstituteRows rows;
    private final SubstituteService service;
    private final ComingShifts coming;
    private final Catalogs catalogs;
    private final History history;
    private final MessageSource messages;
    private final LikelyDoubles doubles;

    AdminSubstituteController(
            SubstituteStore substitutes,
            SubstituteRows rows,
            SubstituteService service,
            ComingShifts coming,
            Catalogs catalogs,
            History history,
            MessageSource messages,
            JdbcClient jdbc) {
        this.substitutes = substitutes;
        this.rows = rows;
        this.service = service;
        this.coming = coming;
        this.catalogs = catalogs;
        this.history = history;
        this.messages = messages;
        this.doubles = new LikelyDoubles(jdbc, "substitute", "'" + LIST + "/' || id");
    }

    @GetMapping
    String list(@ModelAttribute("filter") SubstituteFilter filter, ListPosition position, Locale locale, Model page) {
        page.addAttribute("states", SubstituteFilter.states(messages, locale));
        page.addAttribute("qualifications", SubstituteFilter.qualifications(messages, locale));
        page.addAttribute("list", rows.find(filter, position, locale));
        return "substitute/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Locale locale, Model page) {
        CatalogChoices catalog = catalogs.in(locale);
        Substitute substitute = substitute(id);
        page.addAttribute("substitute", substitute);
        page.addAttribute("functions", catalog.namesOf(substitute.jobFunctionIds()));
        page.addAttribute("groups", catalog.namesOf(substitute.ageGroupIds()));
        page.addAttribute("history", history.ofSubject(id));
        return "substitute/show";
    }

    @GetMapping("/nouvelle")
    String form(Locale locale, Model page) {
        return form(null, null, new SubstituteForm(), catalogs.in(locale), page);
    }

    @PostMapping("/nouvelle")
    String create(
            @Valid @ModelAttribute("form") SubstituteForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Locale locale,
            Model page) {
        CatalogChoices catalog = catalogs.in(locale);
        form.check(catalog, null, errors);
        if (errors.hasErrors()) {
            return form(null, null, form, catalog, page);
        }
        try {
            return press.once("substitute.notice.created", () -> {
                doubles.refuse(form, form.getPhone(), TAKEN);
                return LIST + "/" + service.create(form, me);
            });
        } catch (LikelyDoubleException found) {
            found.show(errors, page);
            return form(null, null, form, catalog, page);
        }
    }

    @GetMapping("/{id}/modification")
    String edit(@PathVariable UUID id, Locale locale, Model page) {
        Substitute substitute = substitute(id);
        return form(substitute, substitute.version(), SubstituteForm.of(substitute), catalogs.in(locale), page);
    }

    @PostMapping("/{id}/modification")
    String update(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") SubstituteForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Locale locale,
            Model page) {
        Substitute substitute = substitute(id);
        CatalogChoices catalog = catalogs.in(locale);
        form.check(catalog, substitute, errors);
        EmailAddress.parse(form.getEmail())
                .filter(it -> substitutes.existsByEmailCanonicalAndIdNot(it.canonical(), id))
                .ifPresent(it -> errors.rejectValue("email", TAKEN));
        if (errors.hasErrors()) {
            return form(substitute, press.version(), form, catalog, page);
        }
        return press.onceOrWhenStale(
                "admin.notice.changed", LIST + "/" + id, () -> service.edit(id, press.version(), form, me), () -> {
                    page.addAttribute(
                            "stored", form.changes(substitute, catalog).list());
                    return form(substitute, substitute.version(), form, catalog, page);
                });
    }

    @GetMapping("/{id}/desactivation")
    String confirm(@PathVariable UUID id, Model page) {
        Substitute substitute = substitute(id);
        return substitute.isActive()
                ? deactivation(substitute, substitute.version(), new ComingForm(), page)
                : "redirect:" + LIST + "/" + id;
    }

    @PostMapping("/{id}/desactivation")
    String deactivate(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ComingForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        form.check(coming.ofSubstitute(id), "coming.shifts.required", errors);
        if (errors.hasErrors()) {
            return deactivation(substitute(id), press.version(), form, page);
        }
        return press.once(
                "substitute.notice.deactivated",
                LIST + "/" + id,
                () -> service.deactivate(id, press.version(), form, me));
    }

    @GetMapping("/{id}/reactivation")
    String back(@PathVariable UUID id) {
        return "redirect:" + LIST + "/" + id;
    }

    @PostMapping("/{id}/reactivation")
    String reactivate(@PathVariable UUID id, Press press, Actor me) {
        return press.once(
                "substitute.notice.reactivated", LIST + "/" + id, () -> service.reactivate(id, press.version(), me));
    }

    /** @param seen the version that the page showed */
    private String deactivation(Substitute substitute, int seen, ComingForm form, Model page) {
        return new Deactivation("substitute.deactivation", substitute.name(), LIST + "/" + substitute.id())
                .askAboutShifts(coming.ofSubstitute(substitute.id()), seen, form, page);
    }

    private Substitute substitute(UUID id) {
        return substitutes.findWholeById(id).orElseThrow(NotFound::new);
    }

    /**
     * @param substitute null for a new one
     * @param seen the version that the page showed; null for a new substitute
     */
    private String form(Substitute substitute, Integer seen, SubstituteForm form, CatalogChoices catalog, Model page) {
        page.addAttribute("substitute", substitute);
        page.addAttribute("version", seen);
        page.addAttribute("form", form);
        page.addAttribute("jobFunctions", SubstituteForm.jobFunctions(catalog, substitute));
        page.addAttribute("ageGroups", SubstituteForm.ageGroups(catalog, substitute));
        page.addAttribute("yesNo", SubstituteForm.yesNo(messages));
        return "substitute/form";
    }
}
