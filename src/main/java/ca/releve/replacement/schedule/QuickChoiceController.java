package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.replacement.UnpaidBreak;
import ca.releve.web.access.ForManagers;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Aujourd’hui », « Demain » and usual hours on « Nouveau remplacement » without script: the same page with the choice filled in. */
@Controller
@ForManagers
class QuickChoiceController {

    private final NewRequestPages pages;

    QuickChoiceController(NewRequestPages pages) {
        this.pages = pages;
    }

    /** What was typed into the fields that the choice fills in does not matter any more. */
    @InitBinder("times")
    void leaveOut(
            WebDataBinder binder,
            @RequestParam(required = false) LocalDate jour,
            @RequestParam(required = false) String heures) {
        if (jour != null) {
            binder.setDisallowedFields("startDate", "endDate");
        } else if (heures != null) {
            binder.setDisallowedFields("startTime", "endTime", "unpaidBreak");
        }
    }

    /** @param choice the value of the button that was pressed */
    @PostMapping("/remplacements/nouveau/choix")
    String choose(
            @ModelAttribute("form") NewRequestForm form,
            BindingResult mistyped,
            @ModelAttribute("times") ScheduleForm times,
            BindingResult errors,
            @ModelAttribute Choice choice,
            CurrentAccount me,
            Model page) {
        if (choice.jour != null) {
            times.fill(choice.jour);
        } else if (choice.heures != null) {
            QuickChoices.Hours hours = QuickChoices.Hours.parse(choice.heures);
            times.fill(hours.startTime(), hours.endTime(), new UnpaidBreak(hours.breakMinutes()));
        }
        pages.fill(form, null, me, page);
        page.addAttribute("preview", times.isComplete() ? pages.preview(times, errors, page) : null);
        return NewRequestController.PAGE;
    }

    /** One of both is not null. */
    record Choice(LocalDate jour, String heures) {}
}
