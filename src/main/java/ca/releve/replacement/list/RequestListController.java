package ca.releve.replacement.list;

import ca.releve.account.CurrentAccount;
import ca.releve.format.WallClock;
import ca.releve.replacement.RequestStatus;
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

/** « Liste des remplacements »: the requests of a manager's facilities and, above them, who comes today, tomorrow and this week. */
@Controller
@ForManagers
class RequestListController {

    static final String LIST = "/remplacements";

    private static final String PAGE = "replacement/list/manager";

    private final RequestRows rows;
    private final ComingRows coming;
    private final Clock clock;
    private final ZoneId zone;

    RequestListController(RequestRows rows, ComingRows coming, Clock clock, ZoneId zone) {
        this.rows = rows;
        this.coming = coming;
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
            ComingPage days = coming.read(me.scope());
            page.addAttribute("coming", days.empty() ? null : days);
        }
        return PAGE;
    }

    private static List<Choice> facilities(CurrentAccount me) {
        return me.scope().facilities().stream()
                .map(it -> Choice.of(it.id(), it.name()))
                .toList();
    }
}
