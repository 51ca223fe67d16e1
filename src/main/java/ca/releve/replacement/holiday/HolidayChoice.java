package ca.releve.replacement.holiday;

import ca.releve.shared.VersionedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What the service chose where the law leaves a choice of legal holidays; there is one. */
@Entity
public class HolidayChoice extends VersionedEntity {

    @Enumerated(EnumType.STRING)
    private EasterHoliday easter;

    protected HolidayChoice() {}

    void choose(EasterHoliday chosen) {
        this.easter = chosen;
    }

    public EasterHoliday easter() {
        return easter;
    }
}
