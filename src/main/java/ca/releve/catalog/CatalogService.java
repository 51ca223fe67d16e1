package ca.releve.catalog;

import ca.releve.history.Actor;
import ca.releve.history.Changes;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import ca.releve.web.form.ComingForm;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, edits, deactivates and reactivates the items of the lists. */
@Service
@Transactional
class CatalogService {

    private final CatalogItems items;
    private final RequestsOfItem requests;
    private final History history;

    CatalogService(CatalogItems items, RequestsOfItem requests, History history) {
        this.items = items;
        this.requests = requests;
        this.history = history;
    }

    UUID create(CatalogList list, CatalogItemForm form, Actor actor) {
        CatalogItem item = list.item(form.getNameFr(), form.getNameEn(), form.getPosition());
        requireFreeName(list, form, item.id());
        items.add(item);
        history.record(actor, Subject.ofService(item.id()), "catalog.created", null, name(item));
        return item.id();
    }

    void edit(CatalogList list, UUID id, int version, CatalogItemForm form, Actor actor) {
        CatalogItem item = items.get(list, id);
        item.requireVersion(version);
        requireFreeName(list, form, id);
        Changes changes = form.changes(item);
        changes.recordOf(history, actor, Subject.ofService(id), "catalog.changed", name(item));
        item.edit(form.getNameFr(), form.getNameEn(), form.getPosition());
    }

    /**
     * Deactivates an item, after cancelling the requests that the form names.
     *
     * @throws StaleVersion if the form does not say what happens to one of the requests that use it
     */
    void deactivate(CatalogList list, UUID id, int version, ComingForm form, Actor actor) {
        CatalogItem item = items.get(list, id);
        item.requireVersion(version);
        requests.cancel(form.takenBack(requests.of(list, id)), form.reasonOrNull(), actor);
        if (!form.decides(requests.of(list, id))) {
            throw new StaleVersion();
        }
        item.deactivate();
        history.record(actor, Subject.ofService(id), "catalog.deactivated", form.reasonOrNull(), name(item));
    }

    void reactivate(CatalogList list, UUID id, int version, Actor actor) {
        CatalogItem item = items.get(list, id);
        item.requireVersion(version);
        item.reactivate();
        history.record(actor, Subject.ofService(id), "catalog.reactivated", null, name(item));
    }

    private static String name(CatalogItem item) {
        return Fact.names(item.nameFr(), item.nameEn());
    }

    private void requireFreeName(CatalogList list, CatalogItemForm form, UUID except) {
        if (items.isTaken(list, form.getNameFr().strip(), except)) {
            throw new RuleViolation("rule.catalog.name-taken");
        }
    }
}
