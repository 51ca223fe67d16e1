package ca.releve.replacement.holiday;

import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.web.access.ForAdministrators;
import ca.releve.web.form.Choice;
import ca.releve.web.form.Press;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Jours fériés »: which day around Easter the service gives. */
@Controller
@ForAdministrators
@RequestMapping("/admin/reglages/feries")
class AdminHolidayController {

    private final HolidayChoices choices;
    private final HolidayChoiceService service;
    private final History history;
    private final MessageSource messages;

    AdminHolidayController(
            HolidayChoices choices, HolidayChoiceService service, History history, MessageSource messages) {
        this.choices = choices;
        this.service = service;
        this.history = history;
        this.messages = messages;
    }

    @GetMapping
    String edit(Locale locale, Model page) {
        HolidayChoice choice = choices.get();
        page.addAttribute("form", EasterForm.of(choice));
        return show(choice, locale, page);
    }

    @PostMapping
    String update(
            @Valid @ModelAttribute("form") EasterForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Locale locale,
            Model page) {
        if (errors.hasErrors()) {
            return show(choices.get(), locale, page);
        }
        return press.onceOrWhenStale(
                "holidays.notice.changed",
                "/admin/reglages/feries",
                () -> service.choose(form.getEaster(), press.version(), me),
                () -> show(choices.get(), locale, page));
    }

    private String show(HolidayChoice choice, Locale locale, Model page) {
        page.addAttribute("version", choice.version());
        page.addAttribute("chosen", choice.easter());
        page.addAttribute(
                "choices", Choice.of(Stream.of(EasterHoliday.values()), "holidays.easter.", messages, locale));
        page.addAttribute("history", history.ofSubject(choice.id()));
        return "replacement/holiday/choice";
    }
}
