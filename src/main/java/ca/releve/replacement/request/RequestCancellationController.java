package ca.releve.replacement.request;

import ca.releve.account.CurrentAccount;
import ca.releve.shared.StaleVersion;
import ca.releve.web.Submissions;
import ca.releve.web.WallClock;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Annuler la demande », and « Retirer » for one of its shifts: with a reason, after a page that says what it does. */
@Controller
class RequestCancellationController {

    private final RequestPage requestPage;
    private final ManagerRequestService service;
    private final Submissions submissions;

    RequestCancellationController(RequestPage requestPage, ManagerRequestService service, Submissions submissions) {
        this.requestPage = requestPage;
        this.service = service;
        this.submissions = submissions;
    }

    @GetMapping("/remplacements/{id}/annulation")
    String form(@PathVariable UUID id, @ModelAttribute("form") ReasonForm form, CurrentAccount me, Model page) {
        boolean possible = !fill(id, null, me, page).isEmpty();
        return possible ? "replacement/cancellation" : "redirect:/remplacements/" + id;
    }

    @PostMapping("/remplacements/{id}/annulation")
    String cancel(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            Model page,
            HttpServletResponse response,
            RedirectAttributes flash) {
        fill(id, null, me, page);
        if (errors.hasErrors()) {
            return "replacement/cancellation";
        }
        flash.addFlashAttribute("notice", "request.notice.cancelled");
        try {
            return submissions.once(submissionId, me.id(), () -> {
                service.cancel(id, version, form.getReason(), me);
                return "/remplacements/" + id;
            });
        } catch (StaleVersion stale) {
            return showAgain(id, null, me, page, response);
        }
    }

    @GetMapping("/remplacements/{id}/quarts/{shiftId}/annulation")
    String formOfShift(
            @PathVariable UUID id,
            @PathVariable UUID shiftId,
            @ModelAttribute("form") ReasonForm form,
            CurrentAccount me,
            Model page) {
        return fill(id, shiftId, me, page).isEmpty() ? "redirect:/remplacements/" + id : "replacement/cancellation";
    }

    @PostMapping("/remplacements/{id}/quarts/{shiftId}/annulation")
    String cancelShift(
            @PathVariable UUID id,
            @PathVariable UUID shiftId,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            Model page,
            HttpServletResponse response,
            RedirectAttributes flash) {
        fill(id, shiftId, me, page);
        if (errors.hasErrors()) {
            return "replacement/cancellation";
        }
        flash.addFlashAttribute("notice", "shift.notice.cancelled");
        try {
            return submissions.once(submissionId, me.id(), () -> {
                service.cancelShift(id, shiftId, version, form.getReason(), me);
                return "/remplacements/" + id;
            });
        } catch (StaleVersion stale) {
            return showAgain(id, shiftId, me, page, response);
        }
    }

    /** @return what would be cancelled: one shift, or all that are left */
    private List<ShiftRow> fill(UUID id, UUID shiftId, CurrentAccount me, Model page) {
        RequestSheet request = requestPage.sheet(id, me);
        List<ShiftRow> shifts = requestPage.fill(request, me, page);
        ShiftRow shift = shiftId == null ? null : ShiftRow.of(shiftId, shifts);
        List<ShiftRow> left = (shift == null ? shifts : List.of(shift))
                .stream().filter(it -> it.isChangeable(requestPage.now())).toList();
        LocalDate today = WallClock.shown(requestPage.now(), requestPage.zone()).toLocalDate();
        page.addAttribute("shift", shift);
        page.addAttribute("left", left);
        page.addAttribute("seen", shift == null ? request.version() : shift.version());
        page.addAttribute(
                "calledToday",
                left.stream()
                        .anyMatch(it ->
                                it.status().isTaken() && it.planned().day().equals(today)));
        page.addAttribute(
                "people",
                left.stream()
                        .map(ShiftRow::substituteName)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return left;
    }

    private String showAgain(UUID id, UUID shiftId, CurrentAccount me, Model page, HttpServletResponse response) {
        fill(id, shiftId, me, page);
        page.addAttribute("stored", List.of());
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return "replacement/cancellation";
    }
}
