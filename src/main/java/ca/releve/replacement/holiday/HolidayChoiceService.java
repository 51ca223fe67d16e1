package ca.releve.replacement.holiday;

import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.history.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes which legal holidays the service gives. */
@Service
@Transactional
class HolidayChoiceService {

    private final HolidayChoices choices;
    private final History history;

    HolidayChoiceService(HolidayChoices choices, History history) {
        this.choices = choices;
        this.history = history;
    }

    void choose(EasterHoliday easter, int version, Actor by) {
        HolidayChoice choice = choices.get();
        choice.requireVersion(version);
        if (choice.easter() != easter) {
            choice.choose(easter);
            choices.save(choice);
            history.record(by, Subject.ofService(choice.id()), "holidays.chosen." + easter, null);
        }
    }
}
