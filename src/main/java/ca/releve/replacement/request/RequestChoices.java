package ca.releve.replacement.request;

import ca.releve.account.CurrentAccount;
import ca.releve.catalog.CatalogChoices;
import ca.releve.catalog.Catalogs;
import ca.releve.client.ManagerScope.Place;
import ca.releve.replacement.Need;
import ca.releve.web.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** What a manager may choose from when she says whom she needs. */
@Component
class RequestChoices {

    private final Catalogs catalogs;

    RequestChoices(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /**
     * Puts the lists on the page, and refuses what was sent without having been offered.
     *
     * @param present what the request says now, which stays on offer when it no longer is for others; null for a new one
     */
    CatalogChoices offer(
            RequestForm form,
            BindingResult errors,
            RequestSheet present,
            CurrentAccount me,
            Locale locale,
            Model page) {
        CatalogChoices names = catalogs.in(locale);
        Need need = present == null ? null : present.need();
        offer(
                "facilityId",
                form.getFacilityId(),
                places(me, present),
                "facilities",
                "request.facility.required",
                errors,
                page);
        offer(
                "jobFunctionId",
                form.getJobFunctionId(),
                names.jobFunctions(inUse(need == null ? null : need.jobFunctionId())),
                "jobFunctions",
                "request.function.required",
                errors,
                page);
        offer(
                "ageGroupId",
                form.getAgeGroupId(),
                names.ageGroups(inUse(need == null ? null : need.ageGroupId())),
                "ageGroups",
                "request.group.required",
                errors,
                page);
        offer(
                "taskTypeId",
                form.getTaskTypeId(),
                names.taskTypes(inUse(need == null ? null : need.taskTypeId())),
                "taskTypes",
                "request.task.required",
                errors,
                page);
        return names;
    }

    private static void offer(
            String field,
            UUID chosen,
            List<Choice> offered,
            String attribute,
            String refusal,
            BindingResult errors,
            Model page) {
        page.addAttribute(attribute, offered);
        if (errors != null
                && chosen != null
                && offered.stream().noneMatch(it -> it.value().equals(chosen.toString()))) {
            errors.rejectValue(field, refusal);
        }
    }

    private static List<Choice> places(CurrentAccount me, RequestSheet present) {
        return me.scope().facilities().stream()
                .filter(it -> it.active() || present != null && it.id().equals(present.facilityId()))
                .map(it -> Choice.of(it.id(), it.name()))
                .toList();
    }

    /** The installation of a manager who has only one to ask for; null if she has to choose. */
    static UUID onlyPlace(CurrentAccount me) {
        List<Place> places = me.scope().activeFacilities();
        return places.size() == 1 ? places.get(0).id() : null;
    }

    private static UUID[] inUse(UUID id) {
        return Stream.of(id).filter(Objects::nonNull).toArray(UUID[]::new);
    }
}
