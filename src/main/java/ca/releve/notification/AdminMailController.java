package ca.releve.notification;

import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.shared.NotFound;
import ca.releve.web.access.ForAdministrators;
import ca.releve.web.form.Press;
import ca.releve.web.list.ListPosition;
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

/** Lists and shows outgoing mails, sends them again, releases those that are held, and dismisses those that did not leave. */
@Controller
@ForAdministrators
@RequestMapping(AdminMailController.LIST)
class AdminMailController {

    static final String LIST = "/admin/courriels";

    private final OutgoingMails mails;
    private final MailRows rows;
    private final MailService service;
    private final HeldMails held;
    private final History history;
    private final MessageSource messages;

    AdminMailController(
            OutgoingMails mails,
            MailRows rows,
            MailService service,
            HeldMails held,
            History history,
            MessageSource messages) {
        this.mails = mails;
        this.rows = rows;
        this.service = service;
        this.held = held;
        this.history = history;
        this.messages = messages;
    }

    @GetMapping
    String list(@ModelAttribute("filter") MailFilter filter, ListPosition position, Locale locale, Model page) {
        page.addAttribute("states", MailFilter.states(messages, locale));
        page.addAttribute("list", rows.find(filter, position));
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

    @GetMapping("/depart")
    String confirmRelease(Model page) {
        page.addAttribute("held", held.count());
        return "notification/held";
    }

    @PostMapping("/depart")
    String release(Press press, Actor me) {
        return press.once("mails.notice.released", LIST, () -> held.release(me));
    }

    @GetMapping({"/{id}/renvoi", "/{id}/envoi", "/{id}/classement"})
    String back(@PathVariable UUID id) {
        return "redirect:" + LIST + "/" + id;
    }

    @PostMapping("/{id}/renvoi")
    String resend(@PathVariable UUID id, Press press, Actor me) {
        return press.once("mails.notice.resent", LIST + "/" + id, () -> service.resend(id, me));
    }

    @PostMapping("/{id}/envoi")
    String sendNow(@PathVariable UUID id, Press press, Actor me) {
        return press.once("mails.notice.sent-now", LIST + "/" + id, () -> service.sendNow(id, me));
    }

    @PostMapping("/{id}/classement")
    String putAway(@PathVariable UUID id, Press press, Actor me) {
        return press.once("mails.notice.put-away", LIST + "/" + id, () -> service.putAway(id, me));
    }
}
