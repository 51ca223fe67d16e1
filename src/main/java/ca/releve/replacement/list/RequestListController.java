package ca.releve.replacement.list;

import ca.releve.account.CurrentAccount;
import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.ShiftStatus;
import ca.releve.replacement.list.RequestLists.Slice;
import ca.releve.replacement.list.RequestLists.Turn;
import ca.releve.web.Choice;
import ca.releve.web.WallClock;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** « Liste des remplacements »: every request of a manager's installations, and above them who comes today. */
@Controller
class RequestListController {

    private static final String PATH = "/remplacements";
    private static final RequestOrder[] ORDERS = {RequestOrder.DATE, RequestOrder.STATUS, RequestOrder.FACILITY};

    private final RequestLists lists;
    private final Clock clock;
    private final ZoneId zone;

    RequestListController(RequestLists lists, Clock clock, @Value("${releve.zone}") ZoneId zone) {
        this.lists = lists;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(PATH)
    String list(
            @Valid @ModelAttribute("filter") RequestFilter filter,
            BindingResult errors,
            @RequestParam(name = RequestListPage.ORDER, required = false) String order,
            @RequestParam(name = RequestListPage.DESCENDING, required = false) String descending,
            @RequestParam(name = "apres", required = false) String after,
            @RequestParam(name = "avant", required = false) String before,
            CurrentAccount me,
            Locale locale,
            Model page) {
        filter.setClient(null);
        filter.check(errors);
        LocalDate today = WallClock.shown(clock.instant(), zone).toLocalDate();
        page.addAttribute("today", today);
        page.addAttribute("now", clock.instant());
        page.addAttribute("statuses", RequestStatus.values());
        page.addAttribute("facilities", facilities(me));
        if (errors.hasErrors()) {
            return "replacement/list";
        }
        Turn turn = RequestListPage.turn(RequestOrder.of(order, ORDERS), descending, after, before);
        Slice slice = lists.ofManager(me.scope(), filter, turn, locale);
        if (turn.place() != null && slice.isShort(turn)) {
            turn = new Turn(turn.order(), turn.descending(), null, false);
            slice = lists.ofManager(me.scope(), filter, turn, locale);
        }
        RequestListPage list = RequestListPage.of(PATH, filter, turn, slice, ORDERS);
        page.addAttribute("list", list);
        if (!list.filtered() && turn.place() == null && !list.rows().isEmpty()) {
            List<TodayRow> comers = lists.today(me.scope(), today, locale);
            page.addAttribute("comers", comers);
            page.addAttribute(
                    "expected", comers.stream().filter(TodayRow::expected).count());
            page.addAttribute(
                    "open",
                    comers.stream()
                            .filter(it -> it.status() == ShiftStatus.OPEN)
                            .count());
            page.addAttribute("more", RequestLists.isFull(comers));
        }
        return "replacement/list";
    }

    private static List<Choice> facilities(CurrentAccount me) {
        return me.scope().facilities().stream()
                .map(it -> Choice.of(it.id(), it.name()))
                .toList();
    }
}
