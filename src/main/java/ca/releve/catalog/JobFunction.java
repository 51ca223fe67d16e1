package ca.releve.catalog;

import jakarta.persistence.Entity;

/** The job of a substitute during a replacement: éducatrice, responsable de l'alimentation, secrétaire-réceptionniste… */
@Entity
public class JobFunction extends CatalogItem {

    protected JobFunction() {}

    public JobFunction(String nameFr, String nameEn, int position) {
        super(nameFr, nameEn, position);
    }
}
