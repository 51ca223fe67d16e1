package ca.releve.catalog;

import jakarta.persistence.Entity;

/** A group of children: Poupons, 18 mois à 3 ans, 4 ans, 5 ans, Multiâge, Sans groupe… */
@Entity
public class AgeGroup extends CatalogItem {

    protected AgeGroup() {}

    public AgeGroup(String nameFr, String nameEn, int position) {
        super(nameFr, nameEn, position);
    }
}
