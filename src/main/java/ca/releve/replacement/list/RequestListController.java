package ca.releve.replacement.list;

import ca.releve.account.CurrentAccount;
import ca.releve.format.WallClock;
import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.ShiftStatus;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Choice;
import ca.releve.web.list.FilterErrors;
import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListPosition;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** « Liste des remplacements »: the requests of a manager's facilities and, above them, the shifts of today. */
@Controller
@ForManagers
class RequestListController {

    static final String LIST = "/remplacements";

    /** The shifts of today that stand above the list; a link leads to the others. */
    private static final int SHOWN_TODAY = 6;

    private static final String PAGE = "replacement/list/manager";

    private final RequestRows rows;
    private final Clock clock;
    private final ZoneId zone;

    RequestListController(RequestRows rows, Clock clock, ZoneId zone) {
        this.rows = rows;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(LIST)
    String list(
            @Valid @ModelAttribute("filter") RequestFilter asked,
            BindingResult bound,
            ListPosition position,
            CurrentAccount me,
            Model page) {
        RequestFilter filter = asked.ofManager();
        BindingResult errors = FilterErrors.of(filter, bound, page);
        filter.check(errors);
        LocalDate today = WallClock.shown(clock.instant(), zone).toLocalDate();
        page.addAttribute("today", today);
        page.addAttribute("now", clock.instant());
        page.addAttribute("statuses", RequestStatus.values());
        page.addAttribute("facilities", facilities(me));
        if (errors.hasErrors()) {
            return PAGE;
        }
        KeysetPage<RequestRow> list = rows.ofManager(me.scope(), filter, position);
        page.addAttribute("list", list);
        if (!list.filtered() && list.previous() == null && !list.isEmpty()) {
            addToday(rows.today(me.scope(), today), page);
        }
        return PAGE;
    }

    private static void addToday(List<TodayRow> shifts, Model page) {
        page.addAttribute("shiftsToday", shifts.subList(0, Math.min(SHOWN_TODAY, shifts.size())));
        page.addAttribute("expected", shifts.stream().filter(TodayRow::expected).count());
        page.addAttribute(
                "open",
                shifts.stream().filter(it -> it.status() == ShiftStatus.OPEN).count());
        page.addAttribute("more", shifts.size() > SHOWN_TODAY);
    }

    private static List<Choice> facilities(CurrentAccount me) {
        return me.scope().facilities().stream()
                .map(it -> Choice.of(it.id(), it.name()))
                .toList();
    }
}
