package ca.releve.catalog;

import ca.releve.history.Fact;
import ca.releve.web.form.Choice;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The three lists in one language: the choices of a form, and the names of earlier choices.
 *
 * <p>The choices of a list are its active items, and the inactive ones that are in use already.
 */
public final class CatalogChoices {

    private final List<CatalogRow> rows;
    private final Map<UUID, CatalogRow> byId;
    private final Locale locale;

    CatalogChoices(List<CatalogRow> rows, Locale locale) {
        this.rows = rows;
        this.byId = rows.stream().collect(Collectors.toMap(CatalogRow::id, it -> it));
        this.locale = locale;
    }

    public List<Choice> jobFunctions(UUID... inUse) {
        return offered(CatalogList.JOB_FUNCTIONS, Arrays.asList(inUse));
    }

    public List<Choice> jobFunctions(Collection<UUID> inUse) {
        return offered(CatalogList.JOB_FUNCTIONS, inUse);
    }

    public List<Choice> ageGroups(UUID... inUse) {
        return offered(CatalogList.AGE_GROUPS, Arrays.asList(inUse));
    }

    public List<Choice> ageGroups(Collection<UUID> inUse) {
        return offered(CatalogList.AGE_GROUPS, inUse);
    }

    public List<Choice> taskTypes(UUID... inUse) {
        return offered(CatalogList.TASK_TYPES, Arrays.asList(inUse));
    }

    /** The name of an item of any list, active or not; empty if there is none with that id. */
    public String nameOf(UUID id) {
        return byId.containsKey(id) ? byId.get(id).name(locale) : "";
    }

    /** The names of items, in the order of the list. */
    public String namesOf(Collection<UUID> ids) {
        return namesOf(ids, locale);
    }

    /** The name of an item in both languages, as the history keeps it; see {@link Fact}. */
    public String factOf(UUID id) {
        return factOf(List.of(id));
    }

    /** The names of items in both languages, in the order of the list, as the history keeps them. */
    public String factOf(Collection<UUID> ids) {
        return Fact.names(namesOf(ids, Locale.CANADA_FRENCH), namesOf(ids, Locale.CANADA));
    }

    private String namesOf(Collection<UUID> ids, Locale language) {
        return rows.stream()
                .filter(it -> ids.contains(it.id()))
                .map(it -> it.name(language))
                .collect(Collectors.joining(", "));
    }

    private List<Choice> offered(CatalogList list, Collection<UUID> inUse) {
        return rows.stream()
                .filter(it -> it.list() == list && (it.active() || inUse.contains(it.id())))
                .map(it -> Choice.of(it.id(), it.name(locale)))
                .toList();
    }
}
