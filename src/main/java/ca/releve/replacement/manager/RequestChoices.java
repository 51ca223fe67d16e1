package ca.releve.replacement.manager;

import ca.releve.account.CurrentAccount;
import ca.releve.catalog.CatalogChoices;
import ca.releve.catalog.Catalogs;
import ca.releve.client.ManagerScope.Place;
import ca.releve.replacement.Need;
import ca.releve.web.form.Choice;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.thymeleaf.context.LazyContextVariable;

/** The choices of the fields of a need. */
@Component
public class RequestChoices {

    private final Catalogs catalogs;
    private final KnownPeople people;

    RequestChoices(Catalogs catalogs, KnownPeople people) {
        this.catalogs = catalogs;
        this.people = people;
    }

    /**
     * Puts the choices on the page, adds an error for each value that is none of them, and finds the person whom the form names.
     *
     * @param errors null if nothing was submitted
     * @param present the request, whose present values stay choices when they are not active any more; null for a new one
     */
    public CatalogChoices offer(
            NeedFields form, BindingResult errors, RequestPage present, CurrentAccount me, Locale locale, Model page) {
        CatalogChoices names = catalogs.in(locale);
        Need need = present == null ? null : present.need();
        List<Choice> facilities =
                places(present == null ? null : present.facility().id(), me);
        List<Choice> jobFunctions = names.jobFunctions(need == null ? null : need.jobFunctionId());
        List<Choice> ageGroups = names.ageGroups(need == null ? null : need.ageGroupId());
        List<Choice> taskTypes = names.taskTypes(need == null ? null : need.taskTypeId());
        page.addAttribute("facilities", facilities);
        page.addAttribute("jobFunctions", jobFunctions);
        page.addAttribute("ageGroups", ageGroups);
        page.addAttribute("taskTypes", taskTypes);
        // Read by the page only, unless somebody is named.
        page.addAttribute("people", new LazyContextVariable<List<KnownPeople.PersonRow>>() {
            @Override
            protected List<KnownPeople.PersonRow> loadValue() {
                return people.of(me.scope());
            }
        });
        if (errors != null) {
            check("facilityId", facilities, "request.facility.required", errors);
            check("jobFunctionId", jobFunctions, "request.function.required", errors);
            check("ageGroupId", ageGroups, "request.group.required", errors);
            check("taskTypeId", taskTypes, "request.task.required", errors);
            if (!form.getPreferredName().isBlank()) {
                form.recognise(people.of(me.scope()), need == null ? null : need.wish());
            }
        }
        return names;
    }

    /** Whether a new request may ask for the same: nothing of it was taken off the lists since. */
    public boolean offers(Need need, Locale locale) {
        CatalogChoices names = catalogs.in(locale);
        return has(names.jobFunctions(), need.jobFunctionId())
                && has(names.ageGroups(), need.ageGroupId())
                && has(names.taskTypes(), need.taskTypeId());
    }

    private static boolean has(List<Choice> choices, UUID id) {
        return choices.stream().anyMatch(it -> it.value().equals(id.toString()));
    }

    private static void check(String field, List<Choice> choices, String message, BindingResult errors) {
        Object chosen = errors.getFieldValue(field);
        if (chosen != null && choices.stream().noneMatch(it -> it.value().equals(chosen.toString()))) {
            errors.rejectValue(field, message);
        }
    }

    private static List<Choice> places(UUID present, CurrentAccount me) {
        return me.scope().facilities().stream()
                .filter(it -> it.active() || it.id().equals(present))
                .map(it -> Choice.of(it.id(), it.name()))
                .toList();
    }

    /** The facility of a manager who has only one active one; null if there is a choice. */
    public static UUID onlyPlace(CurrentAccount me) {
        List<Place> places = me.scope().activeFacilities();
        return places.size() == 1 ? places.get(0).id() : null;
    }
}
