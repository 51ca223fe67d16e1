package ca.releve.replacement.desk;

import ca.releve.history.Actor;
import ca.releve.replacement.notice.PromiseRow;
import ca.releve.web.access.ForStaff;
import ca.releve.web.form.Press;
import ca.releve.web.form.ReasonForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.HandlerMapping;

/** The actions of the staff that need a text, each after a page that says what it does; see {@link DeskAction}. */
@Controller
@ForStaff
class AdminActionController {

    private static final String ASK = "/admin/demandes/{id}/precision";
    private static final String DECLINE = "/admin/demandes/{id}/refus";
    private static final String CANCEL = "/admin/demandes/{id}/annulation";
    private static final String RELEASE = "/admin/demandes/{id}/quarts/{shiftId}/liberation";
    private static final String MARK_ABSENT = "/admin/demandes/{id}/quarts/{shiftId}/absence";
    private static final String GIVE_UP = "/admin/demandes/{id}/quarts/{shiftId}/non-comble";

    private static final String PAGE = "replacement/desk/action";

    private final DeskRequestPages pages;
    private final DispatchService service;
    private final Clock clock;

    AdminActionController(DeskRequestPages pages, DispatchService service, Clock clock) {
        this.pages = pages;
        this.service = service;
        this.clock = clock;
    }

    @ModelAttribute("target")
    Target target(@PathVariable UUID id, @PathVariable(required = false) UUID shiftId, HttpServletRequest request) {
        String path = (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return new Target(DeskAction.of(path), id, shiftId);
    }

    @GetMapping({ASK, DECLINE, CANCEL, RELEASE, MARK_ABSENT, GIVE_UP})
    String form(
            @ModelAttribute(name = "target", binding = false) Target target,
            @ModelAttribute("form") ReasonForm form,
            Model page) {
        return fill(target, page) ? PAGE : "redirect:" + DeskRequestPages.address(target.id);
    }

    @PostMapping({ASK, DECLINE, CANCEL, RELEASE, MARK_ABSENT, GIVE_UP})
    String act(
            @ModelAttribute(name = "target", binding = false) Target target,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        form.require(target.action.isQuestion() ? "dispatch.question.required" : "dispatch.reason.required", errors);
        if (errors.hasErrors()) {
            fill(target, page);
            return PAGE;
        }
        return press.once(target.action.notice(), () -> {
            service.act(target, press.version(), form.getReason(), me);
            return DeskRequestPages.address(target.id);
        });
    }

    /** @return whether the action is possible now */
    private boolean fill(Target target, Model page) {
        DeskRequestPage request = pages.fill(target.id, page);
        DeskShiftRow shift = target.shiftId == null ? null : request.shift(target.shiftId);
        page.addAttribute("action", target.action);
        page.addAttribute("shift", shift);
        page.addAttribute("promises", promises(target.action, request, shift));
        return target.action.isPossible(request, shift);
    }

    private List<PromiseRow> promises(DeskAction action, DeskRequestPage request, DeskShiftRow shift) {
        Instant now = clock.instant();
        return DeskShiftRow.promises(action.concerns(request, shift, now), now);
    }

    /**
     * An action on a request or one of its shifts.
     *
     * @param shiftId null for an action on the request
     */
    record Target(DeskAction action, UUID id, UUID shiftId) {}
}
