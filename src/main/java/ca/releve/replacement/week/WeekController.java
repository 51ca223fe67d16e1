package ca.releve.replacement.week;

import ca.releve.account.CurrentAccount;
import ca.releve.format.WallClock;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Choice;
import ca.releve.web.list.FilterErrors;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** « Calendrier de la semaine »: who comes on each day to each facility of a manager. */
@Controller
@ForManagers
class WeekController {

    private static final String WEEK = "/remplacements/semaine";
    private static final String PAGE = "replacement/week/week";

    private final WeekRows rows;
    private final Clock clock;
    private final ZoneId zone;

    WeekController(WeekRows rows, Clock clock, ZoneId zone) {
        this.rows = rows;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(WEEK)
    String show(@ModelAttribute("filter") WeekFilter filter, BindingResult bound, CurrentAccount me, Model page) {
        BindingResult errors = FilterErrors.of(filter, bound, page);
        LocalDate today = WallClock.shown(clock.instant(), zone).toLocalDate();
        page.addAttribute("today", today);
        page.addAttribute("now", clock.instant());
        page.addAttribute(
                "facilities",
                me.scope().facilities().stream()
                        .map(it -> Choice.of(it.id(), it.name()))
                        .toList());
        if (!errors.hasErrors()) {
            LocalDate day = filter.date() == null ? today : filter.date();
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            page.addAttribute("week", rows.read(monday, filter.installation(), me.scope()));
            page.addAttribute("previous", address(monday.minusWeeks(1), filter));
            page.addAttribute("next", address(monday.plusWeeks(1), filter));
            page.addAttribute("current", address(null, filter));
        }
        return PAGE;
    }

    /** @param day null for this week */
    private static String address(LocalDate day, WeekFilter filter) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(WEEK);
        if (day != null) {
            address.queryParam("date", day);
        }
        if (filter.installation() != null) {
            address.queryParam("installation", filter.installation());
        }
        return address.toUriString();
    }
}
