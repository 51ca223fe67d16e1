package ca.releve.replacement.dispatch;

import ca.releve.account.CurrentAccount;
import ca.releve.web.Submissions;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the service does only with a reason, after a page that says what it does: « Refuser » and « Annuler » for a request;
 * « Libérer », « Absente » and « Non comblé » for one of its shifts.
 */
@Controller
@RequestMapping("/admin/demandes/{id}")
class AdminReasonController {

    private static final String PAGE = "replacement/admin/reason";

    private final DispatchPage dispatchPage;
    private final DispatchService service;
    private final Submissions submissions;

    AdminReasonController(DispatchPage dispatchPage, DispatchService service, Submissions submissions) {
        this.dispatchPage = dispatchPage;
        this.service = service;
        this.submissions = submissions;
    }

    @GetMapping("/refus")
    String declineForm(@PathVariable UUID id, @ModelAttribute("form") ExplanationForm form, Locale locale, Model page) {
        return show(Verb.DECLINE, id, null, locale, page);
    }

    @PostMapping("/refus")
    String decline(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ExplanationForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return showAgain(Verb.DECLINE, id, null, locale, page);
        }
        flash.addFlashAttribute("notice", "dispatch.notice.declined");
        return submissions.once(submissionId, me.id(), () -> {
            service.decline(id, version, form.getExplanation(), me.actor());
            return DispatchPage.address(id);
        });
    }

    @GetMapping("/annulation")
    String cancelForm(@PathVariable UUID id, @ModelAttribute("form") ExplanationForm form, Locale locale, Model page) {
        return show(Verb.CANCEL, id, null, locale, page);
    }

    @PostMapping("/annulation")
    String cancel(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ExplanationForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return showAgain(Verb.CANCEL, id, null, locale, page);
        }
        flash.addFlashAttribute("notice", "dispatch.notice.cancelled");
        return submissions.once(submissionId, me.id(), () -> {
            service.cancel(id, version, form.getExplanation(), me.actor());
            return DispatchPage.address(id);
        });
    }

    @GetMapping("/quarts/{shiftId}/liberation")
    String releaseForm(
            @PathVariable UUID id,
            @PathVariable UUID shiftId,
            @ModelAttribute("form") ExplanationForm form,
            Locale locale,
            Model page) {
        return show(Verb.RELEASE, id, shiftId, locale, page);
    }

    @PostMapping("/quarts/{shiftId}/liberation")
    String release(
            @PathVariable UUID id,
            @PathVariable UUID shiftId,
            @Valid @ModelAttribute("form") ExplanationForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return showAgain(Verb.RELEASE, id, shiftId, locale, page);
        }
        flash.addFlashAttribute("notice", "dispatch.notice.released");
        return submissions.once(submissionId, me.id(), () -> {
            service.release(id, version, shiftId, form.getExplanation(), me.actor());
            return DispatchPage.address(id);
        });
    }

    @GetMapping("/quarts/{shiftId}/absence")
    String absenceForm(
            @PathVariable UUID id,
            @PathVariable UUID shiftId,
            @ModelAttribute("form") ExplanationForm form,
            Locale locale,
            Model page) {
        return show(Verb.MARK_ABSENT, id, shiftId, locale, page);
    }

    @PostMapping("/quarts/{shiftId}/absence")
    String markAbsent(
            @PathVariable UUID id,
            @PathVariable UUID shiftId,
            @Valid @ModelAttribute("form") ExplanationForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return showAgain(Verb.MARK_ABSENT, id, shiftId, locale, page);
        }
        flash.addFlashAttribute("notice", "dispatch.notice.absent");
        return submissions.once(submissionId, me.id(), () -> {
            service.markNoShow(id, version, shiftId, form.getExplanation(), me.actor());
            return DispatchPage.address(id);
        });
    }

    @GetMapping("/quarts/{shiftId}/non-comble")
    String giveUpForm(
            @PathVariable UUID id,
            @PathVariable UUID shiftId,
            @ModelAttribute("form") ExplanationForm form,
            Locale locale,
            Model page) {
        return show(Verb.GIVE_UP, id, shiftId, locale, page);
    }

    @PostMapping("/quarts/{shiftId}/non-comble")
    String giveUp(
            @PathVariable UUID id,
            @PathVariable UUID shiftId,
            @Valid @ModelAttribute("form") ExplanationForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return showAgain(Verb.GIVE_UP, id, shiftId, locale, page);
        }
        flash.addFlashAttribute("notice", "dispatch.notice.given-up");
        return submissions.once(submissionId, me.id(), () -> {
            service.giveUp(id, version, shiftId, form.getExplanation(), me.actor());
            return DispatchPage.address(id);
        });
    }

    /** The page that asks for the reason; the request's own page where there is nothing to do any more. */
    private String show(Verb verb, UUID id, UUID shiftId, Locale locale, Model page) {
        StaffRequest request = dispatchPage.fill(id, locale, page);
        StaffRequest.Line shift = shiftId == null ? null : DispatchPage.shift(request, shiftId);
        page.addAttribute("verb", verb.word);
        page.addAttribute("shift", shift);
        return verb.isPossible(request, shift) ? PAGE : "redirect:" + DispatchPage.address(id);
    }

    private String showAgain(Verb verb, UUID id, UUID shiftId, Locale locale, Model page) {
        show(verb, id, shiftId, locale, page);
        return PAGE;
    }

    private enum Verb {
        DECLINE("refus"),
        CANCEL("annulation"),
        RELEASE("liberation"),
        MARK_ABSENT("absence"),
        GIVE_UP("non-comble");

        private final String word;

        Verb(String word) {
            this.word = word;
        }

        boolean isPossible(StaffRequest request, StaffRequest.Line shift) {
            return switch (this) {
                case DECLINE -> request.declinable();
                case CANCEL -> request.cancellable();
                case RELEASE -> shift.releasable();
                case MARK_ABSENT -> shift.absentable();
                case GIVE_UP -> shift.open();
            };
        }
    }
}
