package ca.releve.replacement.schedule;

import ca.releve.format.WallClock.Occurrence;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** The fields of « Refaire cette demande »: the day of the first shift; the others keep their distance from it. */
class RepetitionForm {

    @NotNull(message = "{repetition.firstDay.required}")
    private LocalDate firstDay;

    private Occurrence startOccurrence;
    private Occurrence endOccurrence;
    private Set<String> days = new TreeSet<>();
    private Set<String> shown = new TreeSet<>();

    static RepetitionForm on(LocalDate day) {
        RepetitionForm form = new RepetitionForm();
        form.firstDay = day;
        return form;
    }

    /** @param usually whether the shift is ticked by default */
    boolean isTicked(String key, boolean usually) {
        return shown.contains(key) ? days.contains(key) : usually;
    }

    public LocalDate getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    public Occurrence getStartOccurrence() {
        return startOccurrence;
    }

    public void setStartOccurrence(Occurrence startOccurrence) {
        this.startOccurrence = startOccurrence;
    }

    public Occurrence getEndOccurrence() {
        return endOccurrence;
    }

    public void setEndOccurrence(Occurrence endOccurrence) {
        this.endOccurrence = endOccurrence;
    }

    public Set<String> getDays() {
        return days;
    }

    public void setDays(Set<String> days) {
        this.days = days;
    }

    public Set<String> getShown() {
        return shown;
    }

    public void setShown(Set<String> shown) {
        this.shown = shown;
    }
}
