package ca.releve.account;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.web.ServiceProperties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private static final String TOO_SHORT = "account.password.too-short";
    private static final String TOO_LONG = "account.password.too-long";
    private static final String COMMON = "account.password.common";
    private static final String TELLING = "account.password.telling";

    private final PasswordRules rules =
            new PasswordRules(new ServiceProperties("Service Les Relayeuses", "", "", "", ""));

    @Test
    void fifteenToAHundredAndTwentyEightCharactersAreAPassword() {
        assertThat(problem(letters(14))).isEqualTo(TOO_SHORT);
        assertThat(problem(letters(15))).isNull();
        assertThat(problem(letters(128))).isNull();
        assertThat(problem(letters(129))).isEqualTo(TOO_LONG);
    }

    @Test
    void anEmojiCountsOnce() {
        assertThat(problem(emoji(14))).isEqualTo(TOO_SHORT);
        assertThat(problem(emoji(15))).isNull();
        assertThat(problem(emoji(128))).isNull();
        assertThat(problem(emoji(129))).isEqualTo(TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toutes en minuscules",
                "ÉTÉ COMME HIVER 42",
                "  espaces autour de moi  ",
                "un seul mot: anticonstitutionnellement",
                "\u00e9t\u00e9 e\u0301te\u0301 quelque chose"
            })
    void anyCharactersAreFineAndNoneIsAskedFor(String password) {
        assertThat(problem(password)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "               ",
                "aaaaaaaaaaaaaaa",
                "abcabcabcabcabcabc",
                "Relève relève relève",
                "123456789012345",
                "Mot de passe Mot de passe",
                "MONMOTDEPASSE123",
                "correct horse battery staple",
                "Azerty Uiop Qsdf Gh"
            })
    void whatEverybodyWouldTryFirstIsRefused(String password) {
        assertThat(problem(password)).isEqualTo(COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "marie.tremblay@example.test",
                "bonjour marie.tremblay!",
                "j’aime le service les relayeuses",
                "SERVICELESRELAYEUSES2027"
            })
    void whatTellsWhoSheIsOrForWhomSheWorksIsRefused(String password) {
        assertThat(problem(password)).isEqualTo(TELLING);
    }

    @Test
    void aShortNameBeforeTheAtSignRefusesNothing() {
        assertThat(rules.problem("une amie du monde entier", "amie@example.test"))
                .isEmpty();
    }

    private String problem(String password) {
        return rules.problem(password, "Marie.Tremblay@example.test").orElse(null);
    }

    private static String letters(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf((char) ('a' + i * i % 23)))
                .collect(Collectors.joining());
    }

    private static String emoji(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Character.toString(0x1F400 + i))
                .collect(Collectors.joining());
    }
}
