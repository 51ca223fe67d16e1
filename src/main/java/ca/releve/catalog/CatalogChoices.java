package ca.releve.catalog;

import ca.releve.history.Fact;
import ca.releve.web.Choice;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The three lists at one moment, in one language: what a form offers, and the names of what was chosen earlier.
 *
 * <p>Each list takes what is already chosen: an inactive line stays offered where it is in use.
 */
public final class CatalogChoices {

    private final List<CatalogLine> lines;
    private final Map<UUID, CatalogLine> byId;
    private final Locale locale;

    CatalogChoices(List<CatalogLine> lines, Locale locale) {
        this.lines = lines;
        this.byId = lines.stream().collect(Collectors.toMap(CatalogLine::id, it -> it));
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

    /** The name of a line of any of the lists, active or not; empty for what is in none of them. */
    public String nameOf(UUID id) {
        return byId.containsKey(id) ? byId.get(id).name(locale) : "";
    }

    /** The names of several lines, in the order of their list. */
    public String namesOf(Collection<UUID> ids) {
        return namesOf(ids, locale);
    }

    /** What the history keeps of a line: its name in both languages; see {@link Fact}. */
    public String factOf(UUID id) {
        return factOf(List.of(id));
    }

    /** What the history keeps of several lines, in the order of their list. */
    public String factOf(Collection<UUID> ids) {
        return Fact.names(namesOf(ids, Locale.CANADA_FRENCH), namesOf(ids, Locale.CANADA));
    }

    private String namesOf(Collection<UUID> ids, Locale language) {
        return lines.stream()
                .filter(it -> ids.contains(it.id()))
                .map(it -> it.name(language))
                .collect(Collectors.joining(", "));
    }

    private List<Choice> offered(CatalogList list, Collection<UUID> inUse) {
        return lines.stream()
                .filter(it -> it.list() == list && (it.active() || inUse.contains(it.id())))
                .map(it -> Choice.of(it.id(), it.name(locale)))
                .toList();
    }
}
