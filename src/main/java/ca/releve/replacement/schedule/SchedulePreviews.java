package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.format.DateText;
import ca.releve.format.TimeText;
import ca.releve.format.WallClock;
import ca.releve.replacement.holiday.EasterHoliday;
import ca.releve.replacement.holiday.HolidayChoices;
import ca.releve.replacement.holiday.Holidays;
import ca.releve.replacement.manager.RequestPage;
import ca.releve.replacement.manager.RequestPages;
import ca.releve.replacement.manager.ShiftRow;
import ca.releve.web.form.Press;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        LocalDate today = today();
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
        return of(form, fill(pages.getToChange(id, me), form, me, page), errors, locale, page);
    }

    /** The same for a page that has what the form needs. */
    SchedulePreview of(ScheduleForm form, List<ShiftRow> scheduled, BindingResult errors, Locale locale, Model page) {
        if (errors.hasErrors()) {
            return null;
        }
        ScheduleDefinition definition = ScheduleProblems.understand(() -> form.toDefinition(pages.zone()), errors);
        if (definition == null) {
            return null;
        }
        Map<LocalDate, String> names = holidays(definition.startDate(), definition.endDate(), locale, page);
        return SchedulePreview.of(definition, form, scheduled, names, pages.now());
    }

    /** The names of the legal holidays of these days, both included; says on the page which day around Easter is one. */
    Map<LocalDate, String> holidays(LocalDate first, LocalDate last, Locale locale, Model page) {
        EasterHoliday easter =
                holidays.touchesEaster(first, last) ? choices.get().easter() : null;
        page.addAttribute("easter", easter);
        return holidays.between(first, last, easter, locale);
    }

    LocalDate today() {
        return WallClock.shown(pages.now(), pages.zone()).toLocalDate();
    }

    /** Hands to the next page which shifts have begun already, and which holidays were left out. */
    static void tell(PlannedDays planned, Press press) {
        press.flash(
                "begun",
                planned.days().stream()
                        .filter(it -> it.isMade() && it.begun())
                        .map(it -> DateText.format(it.date()) + ", "
                                + TimeText.format(it.shift().startTime()))
                        .toList());
        press.flash(
                "leftOut",
                planned.days().stream()
                        .filter(it -> it.holiday() != null && !it.ticked())
                        .map(it -> DateText.format(it.date()) + ", " + it.holiday())
                        .toList());
    }
}
