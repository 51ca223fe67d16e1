package ca.releve.catalog;

import ca.releve.shared.VersionedEntity;
import jakarta.persistence.MappedSuperclass;
import java.util.Locale;

/** An item of one of the lists that the staff edit. An inactive item is not offered, and is still shown where it is in use. */
@MappedSuperclass
public abstract class CatalogItem extends VersionedEntity {

    private String nameFr;
    private String nameEn;
    private int position;
    private boolean active = true;

    protected CatalogItem() {}

    protected CatalogItem(String nameFr, String nameEn, int position) {
        edit(nameFr, nameEn, position);
    }

    void edit(String nameFr, String nameEn, int position) {
        this.nameFr = nameFr.strip();
        this.nameEn = nameEn.strip();
        this.position = position;
    }

    void deactivate() {
        active = false;
    }

    void reactivate() {
        active = true;
    }

    public String nameFr() {
        return nameFr;
    }

    public String nameEn() {
        return nameEn;
    }

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameFr;
    }

    /** The position in the list; items are sorted by it in ascending order. */
    public int position() {
        return position;
    }

    public boolean isActive() {
        return active;
    }
}
