package ca.releve.catalog;

import java.util.Locale;
import java.util.UUID;

/** An item of one of the lists. */
public record CatalogRow(
        CatalogList list, UUID id, int version, String nameFr, String nameEn, int position, boolean active) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameFr;
    }
}
