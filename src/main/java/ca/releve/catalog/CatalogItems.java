package ca.releve.catalog;

import ca.releve.shared.NotFound;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds and adds the items of all lists. */
@Component
class CatalogItems {

    private final EntityManager entities;

    CatalogItems(EntityManager entities) {
        this.entities = entities;
    }

    /** @throws NotFound if the list has no such item */
    CatalogItem get(CatalogList list, UUID id) {
        CatalogItem item = entities.find(list.entity(), id);
        if (item == null) {
            throw new NotFound();
        }
        return item;
    }

    void add(CatalogItem item) {
        entities.persist(item);
    }

    /** Whether another item of the list has this French name. */
    boolean isTaken(CatalogList list, String nameFr, UUID except) {
        return entities.createQuery(
                                "select count(i) from %s i where i.nameFr = :nameFr and i.id <> :except"
                                        .formatted(list.entity().getSimpleName()),
                                Long.class)
                        .setParameter("nameFr", nameFr)
                        .setParameter("except", except)
                        .getSingleResult()
                > 0;
    }
}
