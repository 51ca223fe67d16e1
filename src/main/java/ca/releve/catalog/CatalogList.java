package ca.releve.catalog;

import ca.releve.shared.NotFound;
import java.util.Arrays;

/** The lists that the staff edit. */
public enum CatalogList {
    /** Job functions. */
    JOB_FUNCTIONS("fonctions", JobFunction.class, JobFunction::new),
    /** Age groups of children. */
    AGE_GROUPS("groupes", AgeGroup.class, AgeGroup::new),
    /** Tasks of a shift. */
    TASK_TYPES("taches", TaskType.class, TaskType::new);

    private final String path;
    private final Class<? extends CatalogItem> entity;
    private final ItemConstructor constructor;

    CatalogList(String path, Class<? extends CatalogItem> entity, ItemConstructor constructor) {
        this.path = path;
        this.entity = entity;
        this.constructor = constructor;
    }

    /** @throws NotFound if no list has that path */
    static CatalogList at(String path) {
        return Arrays.stream(values())
                .filter(it -> it.path.equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The last part of the address and of the message keys. */
    public String path() {
        return path;
    }

    Class<? extends CatalogItem> entity() {
        return entity;
    }

    CatalogItem item(String nameFr, String nameEn, int position) {
        return constructor.create(nameFr, nameEn, position);
    }

    private interface ItemConstructor {
        CatalogItem create(String nameFr, String nameEn, int position);
    }
}
