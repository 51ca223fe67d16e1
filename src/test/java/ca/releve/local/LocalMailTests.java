package ca.releve.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.local.LocalMailController.Mail;
import ca.releve.local.LocalMailController.MailRow;
import ca.releve.shared.NotFound;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import com.icegreen.greenmail.util.GreenMail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.ui.ConcurrentModel;
import org.springframework.ui.Model;

@PortalTest
class LocalMailTests {

    @Autowired
    World world;

    @Autowired
    GreenMail server;

    @Test
    void theMailsOfThePortalCanBeReadAndTheirLinksFollowed() throws Exception {
        String email = world.client().account().email();
        Visitor visitor = world.stranger();
        visitor.get("/compte/mot-de-passe-oublie");
        visitor.press("Recevoir un lien", Map.of("email", email));
        String path = world.mailTo(email).path();
        LocalMailController mailbox = new LocalMailController(server, "https://portail.example.test");

        Model list = new ConcurrentModel();
        assertThat(mailbox.list(list)).isEqualTo("local/mails");
        Mail newest = mails(list).stream()
                .filter(mail -> mail.to().equals(email))
                .findFirst()
                .orElseThrow();
        Model page = new ConcurrentModel();
        assertThat(mailbox.show(newest.number(), page)).isEqualTo("local/mail");

        Mail shown = (Mail) page.getAttribute("mail");
        assertThat(shown.subject()).isEqualTo("Choisissez un nouveau mot de passe");
        assertThat(shown.lines())
                .contains(new MailRow("Bonjour,", null))
                .contains(new MailRow("https://portail.example.test" + path, path));
    }

    @Test
    void anUnknownMailIsNotFound() {
        LocalMailController mailbox = new LocalMailController(server, "https://portail.example.test");

        assertThatThrownBy(() -> mailbox.show(0, new ConcurrentModel())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mailbox.show(100_000, new ConcurrentModel())).isInstanceOf(NotFound.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Mail> mails(Model page) {
        return (List<Mail>) page.getAttribute("mails");
    }
}
