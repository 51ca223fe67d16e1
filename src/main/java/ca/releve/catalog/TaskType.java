package ca.releve.catalog;

import jakarta.persistence.Entity;

/** The task of a substitute during a replacement: Remplacement en groupe, Pauses, Ouverture, Fermeture, Cuisine… */
@Entity
public class TaskType extends CatalogItem {

    protected TaskType() {}

    public TaskType(String nameFr, String nameEn, int position) {
        super(nameFr, nameEn, position);
    }
}
