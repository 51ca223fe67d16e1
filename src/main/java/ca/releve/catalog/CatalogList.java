package ca.releve.catalog;

import ca.releve.shared.NotFound;
import java.util.Arrays;

/** The three lists, as their addresses and messages name them. */
enum CatalogList {
    /** Fonctions. */
    JOB_FUNCTIONS("fonctions", JobFunction.class, JobFunction::new),
    /** Groupes d'âge. */
    AGE_GROUPS("groupes", AgeGroup.class, AgeGroup::new),
    /** Tâches à exécuter. */
    TASK_TYPES("taches", TaskType.class, TaskType::new);

    private final String path;
    private final Class<? extends CatalogItem> entity;
    private final Maker maker;

    CatalogList(String path, Class<? extends CatalogItem> entity, Maker maker) {
        this.path = path;
        this.entity = entity;
        this.maker = maker;
    }

    /** @throws NotFound if no list has that address */
    static CatalogList at(String path) {
        return Arrays.stream(values())
                .filter(it -> it.path.equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The last part of its address, also of its message keys. */
    public String path() {
        return path;
    }

    Class<? extends CatalogItem> entity() {
        return entity;
    }

    CatalogItem item(String nameFr, String nameEn, int position) {
        return maker.make(nameFr, nameEn, position);
    }

    private interface Maker {
        CatalogItem make(String nameFr, String nameEn, int position);
    }
}
