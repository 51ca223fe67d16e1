package ca.releve.catalog;

import jakarta.persistence.Entity;

/** What a substitute is asked to be: éducatrice, responsable de l'alimentation, secrétaire-réceptionniste… */
@Entity
public class JobFunction extends CatalogItem {

    protected JobFunction() {}

    public JobFunction(String nameFr, String nameEn, int position) {
        super(nameFr, nameEn, position);
    }
}
