package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.format.WallClock;
import ca.releve.replacement.manager.RequestPage;
import ca.releve.replacement.manager.RequestPages;
import ca.releve.replacement.manager.ShiftRow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.thymeleaf.context.LazyContextVariable;

/** Makes the previews of « Définir l’horaire ». */
@Component
class SchedulePreviews {

    private final RequestPages pages;
    private final Holidays holidays;
    private final HolidayChoices choices;
    private final QuickChoices quick;

    SchedulePreviews(RequestPages pages, Holidays holidays, HolidayChoices choices, QuickChoices quick) {
        this.pages = pages;
        this.holidays = holidays;
        this.choices = choices;
        this.quick = quick;
    }

    /**
     * Puts on the page what the form needs.
     *
     * @return the shifts of the request
     */
    List<ShiftRow> fill(RequestPage request, ScheduleForm form, CurrentAccount me, Model page) {
        LocalDate today = WallClock.shown(pages.now(), pages.zone()).toLocalDate();
        page.addAttribute("everyWeekday", DayOfWeek.values());
        page.addAttribute("quickDays", quick.days(request.id(), form, today));
        // Read by the page only: a schedule that is accepted shows none.
        page.addAttribute("usualHours", new LazyContextVariable<List<QuickChoices.Usual>>() {
            @Override
            protected List<QuickChoices.Usual> loadValue() {
                return quick.usual(request.id(), form, today, me.scope());
            }
        });
        return pages.fill(request, me, page);
    }

    /**
     * Makes the preview of a form, and puts on the page what the form needs.
     *
     * @param errors gets an error for dates and times that make no shift
     * @return null if there are errors
     */
    SchedulePreview of(UUID id, ScheduleForm form, BindingResult errors, CurrentAccount me, Locale locale, Model page) {
        List<ShiftRow> scheduled = fill(pages.get(id, me), form, me, page);
        if (errors.hasErrors()) {
            return null;
        }
        ScheduleDefinition definition = ScheduleProblems.understand(() -> form.toDefinition(pages.zone()), errors);
        if (definition == null) {
            return null;
        }
        LocalDate first = definition.startDate();
        LocalDate last = definition.endDate();
        EasterHoliday easter =
                holidays.touchesEaster(first, last) ? choices.get().easter() : null;
        page.addAttribute("easter", easter);
        return SchedulePreview.of(
                definition, form, scheduled, holidays.between(first, last, easter, locale), pages.now());
    }
}
