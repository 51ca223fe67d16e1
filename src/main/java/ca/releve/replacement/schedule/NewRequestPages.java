package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.replacement.manager.RequestChoices;
import ca.releve.replacement.manager.RequestPages;
import ca.releve.replacement.schedule.StartingPoints.CopyRow;
import ca.releve.replacement.schedule.StartingPoints.Starts;
import ca.releve.shared.NotFound;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.thymeleaf.context.LazyContextVariable;

/** Fills the page of a new request. */
@Component
class NewRequestPages {

    private final RequestChoices choices;
    private final StartingPoints startingPoints;
    private final SchedulePreviews previews;
    private final RequestPages pages;
    private final SentRequests sentRequests;

    NewRequestPages(
            RequestChoices choices,
            StartingPoints startingPoints,
            SchedulePreviews previews,
            RequestPages pages,
            SentRequests sentRequests) {
        this.choices = choices;
        this.startingPoints = startingPoints;
        this.previews = previews;
        this.pages = pages;
        this.sentRequests = sentRequests;
    }

    /**
     * Puts a new form on the page: for the only facility of the manager, or that of her last request.
     *
     * @param modele the request to copy; null for none
     * @param depuis the template to start from; null for none
     */
    void begin(UUID modele, UUID depuis, CurrentAccount me, Model page) {
        Starts starts = startingPoints.of(me.scope(), me);
        NewRequestForm form = new NewRequestForm();
        ScheduleForm times = ScheduleForm.on(previews.today());
        if (modele != null) {
            CopyRow copied = startingPoints.copy(modele, me.scope()).orElseThrow(NotFound::new);
            form = NewRequestForm.copyOf(modele, copied.facilityId(), copied.need());
            times.fill(copied.startTime(), copied.endTime(), copied.unpaidBreak());
        } else if (depuis != null) {
            CopyRow template = startingPoints.template(depuis, me.scope()).orElseThrow(NotFound::new);
            form = NewRequestForm.of(template.facilityId(), template.need());
            times.fill(template.startTime(), template.endTime(), template.unpaidBreak());
            times.setWeekdays(Stream.of(DayOfWeek.values())
                    .filter(it -> (template.weekdays() >> it.ordinal() & 1) == 1)
                    .collect(Collectors.toSet()));
        }
        if (form.getFacilityId() == null) {
            form.setFacilityId(usualPlace(starts, me));
        }
        page.addAttribute("form", form);
        page.addAttribute("times", times);
        fill(form, null, me, page);
        page.addAttribute("starts", starts);
        page.addAttribute("people", starts.people());
    }

    /**
     * Puts on the page what its fields need.
     *
     * @param errors gets an error for each value that is none of the choices; null if nothing is checked
     */
    void fill(NewRequestForm form, BindingResult errors, CurrentAccount me, Model page) {
        choices.offer(form, errors, null, me, LocaleContextHolder.getLocale(), page);
        LocalDate today = previews.today();
        page.addAttribute("everyWeekday", DayOfWeek.values());
        page.addAttribute("quickDays", List.of(today, today.plusDays(1)));
        page.addAttribute("law", pages.law());
        // Read by the page only: a request that is accepted shows none.
        page.addAttribute("starts", new LazyContextVariable<Starts>() {
            @Override
            protected Starts loadValue() {
                return startingPoints.of(me.scope(), me);
            }
        });
    }

    /** @return null if there are errors */
    SchedulePreview preview(ScheduleForm times, BindingResult errors, Model page) {
        return previews.of(times, List.of(), errors, LocaleContextHolder.getLocale(), page);
    }

    /** Those of these requests that were sent and are the manager's to see. */
    List<SentRequests.SentRow> sent(List<UUID> ids, CurrentAccount me) {
        return sentRequests.of(ids, me.scope());
    }

    private static UUID usualPlace(Starts starts, CurrentAccount me) {
        return starts.last() != null && me.scope().mayAskFor(starts.last().facilityId())
                ? starts.last().facilityId()
                : RequestChoices.onlyPlace(me);
    }
}
