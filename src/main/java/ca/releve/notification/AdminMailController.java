package ca.releve.notification;

import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.shared.NotFound;
import ca.releve.web.Submissions;
import ca.releve.web.Window;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Courriels: what the portal has written to people, and whether it has left. */
@Controller
@RequestMapping("/admin/courriels")
class AdminMailController {

    private static final String LIST = "/admin/courriels";

    private final OutgoingMails mails;
    private final MailRows rows;
    private final MailService service;
    private final History history;
    private final Submissions submissions;
    private final MessageSource messages;

    AdminMailController(
            OutgoingMails mails,
            MailRows rows,
            MailService service,
            History history,
            Submissions submissions,
            MessageSource messages) {
        this.mails = mails;
        this.rows = rows;
        this.service = service;
        this.history = history;
        this.submissions = submissions;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @ModelAttribute("filter") MailFilter filter,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Locale locale,
            Model page) {
        page.addAttribute("states", MailFilter.states(messages, locale));
        page.addAttribute(
                "mails", Window.of(rows.find(filter, number), number, it -> UriComponentsBuilder.fromPath(LIST)
                        .queryParam("text", filter.getText())
                        .queryParam("state", filter.getState())
                        .queryParam("page", it)
                        .encode()
                        .toUriString()));
        return "notification/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model page) {
        OutgoingMail mail = mails.findById(id).orElseThrow(NotFound::new);
        page.addAttribute("mail", mail);
        page.addAttribute("refusal", service.refusalToResend(mail).orElse(null));
        page.addAttribute("history", history.ofSubject(id));
        return "notification/show";
    }

    @GetMapping({"/{id}/renvoi", "/{id}/classement"})
    String back(@PathVariable UUID id) {
        return "redirect:" + LIST + "/" + id;
    }

    @PostMapping("/{id}/renvoi")
    String resend(@PathVariable UUID id, @RequestParam UUID submissionId, Actor me, RedirectAttributes flash) {
        return submissions.once(submissionId, me.id(), () -> {
            service.resend(id, me);
            flash.addFlashAttribute("notice", "mails.notice.resent");
            return LIST + "/" + id;
        });
    }

    @PostMapping("/{id}/classement")
    String putAway(@PathVariable UUID id, @RequestParam UUID submissionId, Actor me, RedirectAttributes flash) {
        return submissions.once(submissionId, me.id(), () -> {
            service.putAway(id, me);
            flash.addFlashAttribute("notice", "mails.notice.put-away");
            return LIST + "/" + id;
        });
    }
}
