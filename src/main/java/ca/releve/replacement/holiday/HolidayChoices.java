package ca.releve.replacement.holiday;

import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The choice of legal holidays, which the migration creates. */
public interface HolidayChoices extends Repository<HolidayChoice, UUID> {

    @Query("select c from HolidayChoice c")
    HolidayChoice get();

    HolidayChoice save(HolidayChoice choice);
}
