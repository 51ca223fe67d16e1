package ca.releve.catalog;

import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import ca.releve.web.Submissions;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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

/** Listes: the functions, age groups and tasks that requests are made of. */
@Controller
@RequestMapping("/admin/listes")
class AdminCatalogController {

    private static final int STEP = 10;

    private final Catalogs catalogs;
    private final CatalogItems items;
    private final CatalogService service;
    private final History history;
    private final Submissions submissions;

    AdminCatalogController(
            Catalogs catalogs, CatalogItems items, CatalogService service, History history, Submissions submissions) {
        this.catalogs = catalogs;
        this.items = items;
        this.service = service;
        this.history = history;
        this.submissions = submissions;
    }

    @GetMapping
    String list(Model page) {
        List<CatalogLine> lines = catalogs.lines();
        page.addAttribute(
                "lists",
                Arrays.stream(CatalogList.values())
                        .map(list -> new Shown(
                                list,
                                lines.stream().filter(it -> it.list() == list).toList()))
                        .toList());
        return "catalog/list";
    }

    @GetMapping("/{slug}/nouveau")
    String form(@PathVariable String slug, Model page) {
        CatalogList list = CatalogList.at(slug);
        int last = catalogs.lines().stream()
                .filter(it -> it.list() == list)
                .mapToInt(CatalogLine::position)
                .max()
                .orElse(0);
        return form(list, null, null, CatalogItemForm.at(Math.min(last + STEP, 9999)), page);
    }

    @PostMapping("/{slug}/nouveau")
    String create(
            @PathVariable String slug,
            @Valid @ModelAttribute("form") CatalogItemForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash) {
        CatalogList list = CatalogList.at(slug);
        if (errors.hasErrors()) {
            return form(list, null, null, form, page);
        }
        try {
            return submissions.once(submissionId, me.id(), () -> {
                service.create(list, form, me);
                flash.addFlashAttribute("notice", "catalog.notice.created");
                return "/admin/listes";
            });
        } catch (RuleViolation taken) {
            errors.rejectValue("nameFr", taken.key());
            return form(list, null, null, form, page);
        }
    }

    @GetMapping("/{slug}/{id}")
    String edit(@PathVariable String slug, @PathVariable UUID id, Model page) {
        CatalogItem item = items.get(CatalogList.at(slug), id);
        return form(CatalogList.at(slug), id, item.version(), CatalogItemForm.of(item), page);
    }

    @PostMapping("/{slug}/{id}")
    String update(
            @PathVariable String slug,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") CatalogItemForm form,
            BindingResult errors,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash,
            HttpServletResponse response) {
        CatalogList list = CatalogList.at(slug);
        if (errors.hasErrors()) {
            return form(list, id, version, form, page);
        }
        try {
            return submissions.once(submissionId, me.id(), () -> {
                service.edit(list, id, version, form, me);
                flash.addFlashAttribute("notice", "catalog.notice.changed");
                return "/admin/listes";
            });
        } catch (RuleViolation taken) {
            errors.rejectValue("nameFr", taken.key());
            return form(list, id, version, form, page);
        } catch (StaleVersion stale) {
            CatalogItem stored = items.get(list, id);
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("stored", form.changes(stored).list());
            return form(list, id, stored.version(), form, page);
        }
    }

    @GetMapping({"/{slug}/{id}/desactivation", "/{slug}/{id}/reactivation"})
    String back() {
        return "redirect:/admin/listes";
    }

    @PostMapping("/{slug}/{id}/desactivation")
    String deactivate(
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            RedirectAttributes flash) {
        return submissions.once(submissionId, me.id(), () -> {
            service.deactivate(CatalogList.at(slug), id, version, me);
            flash.addFlashAttribute("notice", "catalog.notice.deactivated");
            return "/admin/listes";
        });
    }

    @PostMapping("/{slug}/{id}/reactivation")
    String reactivate(
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            RedirectAttributes flash) {
        return submissions.once(submissionId, me.id(), () -> {
            service.reactivate(CatalogList.at(slug), id, version, me);
            flash.addFlashAttribute("notice", "catalog.notice.reactivated");
            return "/admin/listes";
        });
    }

    /**
     * @param id null for a new line
     * @param seen the version that the person looks at; null for a new line
     */
    private String form(CatalogList list, UUID id, Integer seen, CatalogItemForm form, Model page) {
        page.addAttribute("list", list);
        page.addAttribute("form", form);
        page.addAttribute("version", seen);
        if (id != null) {
            page.addAttribute("itemName", items.get(list, id).nameFr());
            page.addAttribute("history", history.ofSubject(id));
        }
        return "catalog/form";
    }

    /** One of the lists on the page. */
    record Shown(CatalogList list, List<CatalogLine> lines) {}
}
