package ca.releve.catalog;

import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.shared.RuleViolation;
import ca.releve.web.access.ForAdministrators;
import ca.releve.web.form.ComingForm;
import ca.releve.web.form.Deactivation;
import ca.releve.web.form.Press;
import jakarta.validation.Valid;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows the lists of functions, age groups and tasks, and adds, edits, deactivates and reactivates their items. */
@Controller
@ForAdministrators
@RequestMapping(AdminCatalogController.LIST)
class AdminCatalogController {

    static final String LIST = "/admin/listes";

    private final Catalogs catalogs;
    private final CatalogItems items;
    private final CatalogService service;
    private final RequestsOfItem requests;
    private final History history;

    AdminCatalogController(
            Catalogs catalogs, CatalogItems items, CatalogService service, RequestsOfItem requests, History history) {
        this.catalogs = catalogs;
        this.items = items;
        this.service = service;
        this.requests = requests;
        this.history = history;
    }

    @GetMapping
    String list(Model page) {
        List<CatalogRow> rows = catalogs.rows();
        Map<CatalogList, List<CatalogRow>> rowsByList = new EnumMap<>(CatalogList.class);
        for (CatalogList list : CatalogList.values()) {
            rowsByList.put(list, rows.stream().filter(it -> it.list() == list).toList());
        }
        page.addAttribute("catalogs", rowsByList);
        return "catalog/list";
    }

    @GetMapping("/{slug}/nouveau")
    String form(@PathVariable String slug, Model page) {
        CatalogList list = CatalogList.at(slug);
        int last = catalogs.rows().stream()
                .filter(it -> it.list() == list)
                .mapToInt(CatalogRow::position)
                .max()
                .orElse(0);
        return form(list, null, null, CatalogItemForm.after(last), page);
    }

    @PostMapping("/{slug}/nouveau")
    String create(
            @PathVariable String slug,
            @Valid @ModelAttribute("form") CatalogItemForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        CatalogList list = CatalogList.at(slug);
        if (errors.hasErrors()) {
            return form(list, null, null, form, page);
        }
        try {
            return press.once("catalog.notice.created", LIST, () -> service.create(list, form, me));
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
            Press press,
            Actor me,
            Model page) {
        CatalogList list = CatalogList.at(slug);
        if (errors.hasErrors()) {
            return form(list, id, press.version(), form, page);
        }
        try {
            return press.onceOrWhenStale(
                    "catalog.notice.changed", LIST, () -> service.edit(list, id, press.version(), form, me), () -> {
                        CatalogItem stored = items.get(list, id);
                        page.addAttribute("stored", form.changes(stored).list());
                        return form(list, id, stored.version(), form, page);
                    });
        } catch (RuleViolation taken) {
            errors.rejectValue("nameFr", taken.key());
            return form(list, id, press.version(), form, page);
        }
    }

    @GetMapping("/{slug}/{id}/desactivation")
    String confirm(@PathVariable String slug, @PathVariable UUID id, Model page) {
        CatalogList list = CatalogList.at(slug);
        CatalogItem item = items.get(list, id);
        return item.isActive() ? deactivation(list, item, item.version(), new ComingForm(), page) : "redirect:" + LIST;
    }

    @PostMapping("/{slug}/{id}/desactivation")
    String deactivate(
            @PathVariable String slug,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ComingForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        CatalogList list = CatalogList.at(slug);
        form.checkRequests(requests.of(list, id), errors);
        if (errors.hasErrors()) {
            return deactivation(list, items.get(list, id), press.version(), form, page);
        }
        return press.once(
                "catalog.notice.deactivated", LIST, () -> service.deactivate(list, id, press.version(), form, me));
    }

    @GetMapping("/{slug}/{id}/reactivation")
    String back() {
        return "redirect:" + LIST;
    }

    @PostMapping("/{slug}/{id}/reactivation")
    String reactivate(@PathVariable String slug, @PathVariable UUID id, Press press, Actor me) {
        return press.once(
                "catalog.notice.reactivated",
                LIST,
                () -> service.reactivate(CatalogList.at(slug), id, press.version(), me));
    }

    /** @param seen the version that the page showed */
    private String deactivation(CatalogList list, CatalogItem item, int seen, ComingForm form, Model page) {
        return new Deactivation("catalog.deactivation", item.nameFr(), LIST + "/" + list.path() + "/" + item.id())
                .askAboutRequests(requests.of(list, item.id()), seen, form, page);
    }

    /**
     * @param id null for a new item
     * @param seen the version that the page showed; null for a new item
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
}
