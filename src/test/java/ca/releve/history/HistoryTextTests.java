package ca.releve.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

class HistoryTextTests {

    private static final Actor CHANTAL = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Chantal Bouchard");

    private final StaticMessageSource messages = new StaticMessageSource();
    private final HistoryText text = new HistoryText(messages, ZoneId.of("America/Toronto"));

    @BeforeEach
    void createMessages() {
        read(Locale.CANADA_FRENCH);
        say("history.empty", "rien", "nothing");
        say("common.yes", "Oui", "Yes");
        say("history.moved", "Le quart passe au {0}", "The shift moves to {0}");
        say("history.elsewhere", "une autre", "another");
        say("history.renamed", "« {0} » devient « {1} ».", "“{0}” becomes “{1}”.");
    }

    @AfterEach
    void resetTheLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void theSentenceIsInTheLanguageOfTheReader() {
        HistoryEntry entry = entry("moved", Fact.instant(Instant.parse("2027-03-07T13:30:00Z")));

        assertThat(plain(text.of(entry))).isEqualTo("Le quart passe au le dimanche 7 mars 2027, à 8 h 30");
        read(Locale.CANADA);
        assertThat(plain(text.of(entry))).startsWith("The shift moves to Sunday, March 7, 2027, at 8:30");
    }

    @Test
    void typedTextIsShownUnchanged() {
        assertThat(text.of(entry("renamed", Fact.text("L’Été {0} d'hier"), Fact.text("<b>'{1}'</b>"))))
                .isEqualTo("« L’Été {0} d'hier » devient « <b>'{1}'</b> ».");
    }

    @Test
    void factsAreFormattedForTheReader() {
        assertThat(plain(text.fact(Fact.date(LocalDate.of(2027, 3, 7))))).isEqualTo("le dimanche 7 mars 2027");
        assertThat(text.fact(Fact.hours(450))).isEqualTo("7,50");
        assertThat(text.fact(Fact.hours(-15))).isEqualTo("\u22120,25");
        assertThat(text.fact(Fact.yesNo(true))).isEqualTo("Oui");
        assertThat(text.fact(Fact.text(""))).isEqualTo("rien");
        assertThat(text.fact(Fact.text(null))).isEqualTo("rien");
    }

    @Test
    void aNameInTwoLanguagesIsShownInThatOfTheReader() {
        String name = Fact.names("Éducatrice", "Educator");

        assertThat(text.fact(name)).isEqualTo("Éducatrice");
        assertThat(text.fact(Fact.names("", ""))).isEqualTo("rien");
        read(Locale.CANADA);
        assertThat(text.fact(name)).isEqualTo("Educator");
    }

    @Test
    void aFacilityIsNamedToThoseWhoSeeIt() {
        UUID park = UUID.randomUUID();
        HistoryEntry moved =
                entry("renamed", Fact.facility(park, "Du Parc"), Fact.facility(UUID.randomUUID(), "Du Nord"));

        assertThat(text.of(moved)).isEqualTo("« Du Parc » devient « Du Nord ».");
        assertThat(text.of(moved.readBy(park::equals))).isEqualTo("« Du Parc » devient « une autre ».");
        assertThat(text.fact(Fact.facility(park, ""))).isEqualTo("rien");
    }

    @Test
    void anEventWithoutAMessageIsShownByItsCode() {
        assertThat(text.of(entry("unheard-of"))).isEqualTo("unheard-of");
    }

    @Test
    void onlyFieldsThatDifferAreChanges() {
        Changes changes = new Changes()
                .text("field.name", "CPE", "CPE")
                .text("field.city", "", " Québec ")
                .yesNo("field.qualified", false, true);

        assertThat(changes.list())
                .containsExactly(
                        new Changes.Change("field.city", Fact.text(""), Fact.text("Québec")),
                        new Changes.Change("field.qualified", Fact.yesNo(false), Fact.yesNo(true)));
    }

    private static HistoryEntry entry(String event, String... facts) {
        return new HistoryEntry(
                Instant.EPOCH, CHANTAL, Subject.ofService(UUID.randomUUID()), event, List.of(facts), null, null);
    }

    private void say(String key, String french, String english) {
        messages.addMessage(key, Locale.CANADA_FRENCH, french);
        messages.addMessage(key, Locale.CANADA, english);
    }

    private static void read(Locale locale) {
        LocaleContextHolder.setLocale(locale);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
