package ca.releve.catalog;

import java.util.Locale;
import java.util.UUID;

/** A line of one of the lists, for reading. */
record CatalogLine(CatalogList list, UUID id, int version, String nameFr, String nameEn, int position, boolean active) {

    String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameFr;
    }
}
