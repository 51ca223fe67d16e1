package ca.releve.replacement.manager;

import ca.releve.account.CurrentAccount;
import ca.releve.format.WallClock;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
import ca.releve.web.form.ReasonForm;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** « Annuler la demande », and « Retirer » for one of its shifts: with a reason, on a page that says what is cancelled. */
@Controller
@ForManagers
class RequestCancellationController {

    private static final String REQUEST = "/remplacements/{id}/annulation";
    private static final String SHIFT = "/remplacements/{id}/quarts/{shiftId}/annulation";
    private static final String PAGE = "replacement/manager/cancellation";

    private final RequestPages pages;
    private final ManagerRequestService service;

    RequestCancellationController(RequestPages pages, ManagerRequestService service) {
        this.pages = pages;
        this.service = service;
    }

    @GetMapping({REQUEST, SHIFT})
    String form(
            @PathVariable UUID id,
            @PathVariable(required = false) UUID shiftId,
            @ModelAttribute("form") ReasonForm form,
            CurrentAccount me,
            Model page) {
        boolean possible = !fill(id, shiftId, me, page).isEmpty();
        return possible ? PAGE : "redirect:" + RequestController.address(id);
    }

    @PostMapping({REQUEST, SHIFT})
    String cancel(
            @PathVariable UUID id,
            @PathVariable(required = false) UUID shiftId,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Press press,
            CurrentAccount me,
            Model page) {
        form.require("reason.required", errors);
        fill(id, shiftId, me, page);
        if (errors.hasErrors()) {
            return PAGE;
        }
        return press.onceOrWhenStale(
                shiftId == null ? "request.notice.cancelled" : "shift.notice.cancelled",
                RequestController.address(id),
                () -> {
                    if (shiftId == null) {
                        service.cancel(id, press.version(), form.getReason(), me);
                    } else {
                        service.cancelShift(id, shiftId, press.version(), form.getReason(), me);
                    }
                },
                () -> {
                    fill(id, shiftId, me, page);
                    page.addAttribute("stored", List.of());
                    return PAGE;
                });
    }

    /**
     * Puts on the page what would be cancelled.
     *
     * @param shiftId null for the whole request
     * @return the shift, or all shifts of the request, as far as they can still be cancelled
     */
    private List<ShiftRow> fill(UUID id, UUID shiftId, CurrentAccount me, Model page) {
        RequestPage request = pages.get(id, me);
        List<ShiftRow> shifts = pages.fill(request, me, page);
        ShiftRow shift = shiftId == null ? null : ShiftRow.of(shiftId, shifts);
        List<ShiftRow> left = (shift == null ? shifts : List.of(shift))
                .stream().filter(it -> it.isChangeable(pages.now())).toList();
        page.addAttribute("shift", shift);
        page.addAttribute("left", left);
        page.addAttribute("seen", shift == null ? request.version() : shift.version());
        page.addAttribute("calledToday", left.stream().anyMatch(this::isCalledToday));
        page.addAttribute("promises", ShiftRow.promises(left, pages.now()));
        return left;
    }

    private boolean isCalledToday(ShiftRow shift) {
        LocalDate today = WallClock.shown(pages.now(), pages.zone()).toLocalDate();
        return shift.status().isTaken() && shift.planned().day().equals(today);
    }
}
