package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Addressee;
import ca.releve.notification.OutgoingMail.Status;
import ca.releve.testing.Covers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutgoingMailTests {

    private static final Instant NOON = Instant.parse("2027-03-07T17:00:00Z");
    private static final MailRefusal NO_ANSWER = new MailRefusal(MailProblem.NOT_REACHED, "no answer");
    private static final Addressee MARIE = new Addressee("marie@example.test", "Marie Tremblay", "fr");

    @Test
    void aRefusedMailIsRetriedWithGrowingDelaysAndFailsAfterADay() {
        OutgoingMail mail = mail(MailDraft.of("password-changed", MARIE));
        List<Long> waits = new ArrayList<>();
        Instant now = NOON;
        Optional<Instant> next = mail.refused(NO_ANSWER, now);
        while (next.isPresent()) {
            assertThat(mail.status()).isEqualTo(Status.QUEUED);
            waits.add(Duration.between(now, next.get()).toMinutes());
            now = next.get();
            next = mail.refused(NO_ANSWER, now);
        }

        assertThat(waits).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(mail.status()).isEqualTo(Status.FAILED);
        assertThat(Duration.between(NOON, now)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
    }

    @Test
    @Covers("MAIL-03")
    void aMailThatIsRefusedForGoodFailsAtOnceAndMayBeSentAgainAtOnce() {
        OutgoingMail mail = mail(MailDraft.of("password-changed", MARIE));

        Optional<Instant> next =
                mail.refused(new MailRefusal(MailProblem.ADDRESS_REFUSED, "550 5.1.1 User unknown"), NOON);

        assertThat(next).isEmpty();
        assertThat(mail.status()).isEqualTo(Status.FAILED);
        assertThat(mail.refusalToResend(true, NOON)).isEmpty();
    }

    @Test
    void aMailExpiresTogetherWithItsLink() {
        OutgoingMail mail = mail(MailDraft.of("password-reset", MARIE)
                .withToken("/compte/nouveau-mot-de-passe", UUID.randomUUID(), NOON.plusSeconds(60)));

        assertThat(mail.isExpired(NOON.plusSeconds(59))).isFalse();
        assertThat(mail.isExpired(NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void theTokenIsInsertedWhenTheMailIsSent() {
        OutgoingMail mail = new OutgoingMail(
                MailDraft.of("password-reset", MARIE), "Objet", "https://portail.example.test/x/{jeton}", NOON);

        assertThat(mail.letter("abc").body()).isEqualTo("https://portail.example.test/x/abc");
    }

    private static OutgoingMail mail(MailDraft draft) {
        return new OutgoingMail(draft, "Objet", "Bonjour,", NOON);
    }
}
