package ca.releve.replacement.holiday;

import jakarta.validation.constraints.NotNull;

/** The choice of the legal holiday around Easter. */
class EasterForm {

    @NotNull(message = "{holidays.easter.required}")
    private EasterHoliday easter;

    static EasterForm of(HolidayChoice choice) {
        EasterForm form = new EasterForm();
        form.easter = choice.easter();
        return form;
    }

    public EasterHoliday getEaster() {
        return easter;
    }

    public void setEaster(EasterHoliday easter) {
        this.easter = easter;
    }
}
