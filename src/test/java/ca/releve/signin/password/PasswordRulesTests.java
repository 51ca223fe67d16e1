package ca.releve.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.Work;
import ca.releve.web.settings.ServiceProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordRulesTests {

    private static final String TOO_SHORT = "account.password.too-short";
    private static final String TOO_LONG = "account.password.too-long";
    private static final String COMMON = "account.password.common";
    private static final String TELLING = "account.password.telling";

    private static final String BREACHED = "account.password.breached";
    private static final int FEW = 10;
    private static final PasswordStrength GUESSES = new PasswordStrength();
    private static final PasswordOwner MARIE =
            new PasswordOwner("Marie.Tremblay@example.test", "Marie", "Tremblay", "CPE Les Petits Érables");

    @TempDir
    Path folder;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final PasswordRules rules = rules("");

    @Test
    @Covers("AUTH-11")
    void aPasswordHas15To128Characters() {
        assertThat(problem(letters(14))).isEqualTo(TOO_SHORT);
        assertThat(problem(letters(15))).isNull();
        assertThat(problem(letters(128))).isNull();
        assertThat(problem(letters(129))).isEqualTo(TOO_LONG);
    }

    @Test
    @Covers("AUTH-11")
    void anEmojiCountsAsOneCharacter() {
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
                "les framboises du jardin",
                "ma fille adore les lundis",
                "les enfants dorment",
                "quatre chevaux mauves",
                "tempête de neige en mai",
                "la garderie du coin sent le pain",
                "\u00e9t\u00e9 e\u0301te\u0301 quelque chose"
            })
    @Covers("AUTH-11")
    void noClassOfCharactersIsRequiredOrForbidden(String password) {
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
                "Azerty Uiop Qsdf Gh",
                "motdepasse 2026!",
                "motdepassemotdepasse",
                "azertyuiopqsdfghjklm",
                "poiuytrezamlkjhgfdsq",
                "P@ssw0rd P@ssw0rd",
                "Bonjour123456789",
                "19800101198001011",
                "remplacement2026",
                "garderiegarderie",
                "educatrice2026!!",
                "les enfants du cpe",
                "tremblay gagnon 85",
                "1qaz2wsx3edc4rfv"
            })
    @Covers("AUTH-12")
    void aCommonPasswordIsRefused(String password) {
        assertThat(problem(password)).isEqualTo(COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "marie.tremblay@example.test",
                "bonjour marie.tremblay!",
                "j’aime le service les relayeuses",
                "SERVICELESRELAYEUSES2027",
                "cpelespetitserables2026",
                "Nos petits : les petits érables 2026",
                "je suis Marie Tremblay moi-même",
                "tremblaymarie1985"
            })
    @Covers("AUTH-12")
    void aPasswordWithPersonalDataOrTheNameOfTheClientIsRefused(String password) {
        assertThat(problem(password)).isEqualTo(TELLING);
    }

    @Test
    void aShortLocalPartRefusesNoPassword() {
        assertThat(rules.problem("une amie du monde entier", new PasswordOwner("amie@example.test", "", "", "")))
                .isEmpty();
    }

    @Test
    void aClientNameThatIsACommonWordRefusesNoPhrase() {
        PasswordOwner owner = new PasswordOwner("a@example.test", "Luce", "Roy", "CPE Soleil");

        assertThat(rules.problem("le soleil de minuit brille", owner)).isEmpty();
        assertThat(rules.problem("au cpe soleil on chante", owner)).hasValue(TELLING);
    }

    @Test
    void aStrongEndMakesAPasswordStrong() {
        assertThat(problem("a".repeat(60))).isEqualTo(COMMON);
        assertThat(problem("a".repeat(60) + " quatre chevaux mauves dans la neige"))
                .isNull();
    }

    /** Passwords of anonymous users are rated, so the worst case must take little more time than a few hashes. */
    @Test
    @Covers("AUTH-15")
    void noPasswordTakesLongToEvaluate() {
        PasswordEncoder hashes = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
        assertThat(problem("les framboises du jardin")).isNull();
        hashes.encode("les framboises du jardin");
        Duration few = Work.of(() -> hashes.encode("les framboises du jardin")).multipliedBy(FEW);

        for (String signs : List.of("4@8({[<369&#!1/|0$5+7%2", "4836912057!|/+", "4830612579@({[")) {
            assertThat(Work.of(() -> problem(signs.repeat(10).substring(0, 128))))
                    .as(signs)
                    .isLessThan(few);
        }
    }

    @Test
    @Covers("AUTH-12")
    void aBreachedPasswordIsRefused() throws Exception {
        List<String> stolen = IntStream.range(0, 500)
                .mapToObj(number -> "cette phrase fut volée " + number)
                .toList();
        PasswordRules withFile = rules(fileOf(stolen).toString());

        for (String password : stolen) {
            assertThat(withFile.problem(password, PasswordOwner.NOBODY))
                    .as(password)
                    .hasValue(BREACHED);
        }
        for (int i = 0; i < 500; i++) {
            assertThat(withFile.problem("celle-ci ne le fut jamais " + i, PasswordOwner.NOBODY))
                    .isEmpty();
        }
        assertThat(failures()).isZero();
    }

    @Test
    @Covers("AUTH-12")
    void anUnreadableFileOfBreachedPasswordsIsCountedAndRefusesNothing() throws Exception {
        PasswordRules lost = rules(folder.resolve("not-there").toString());
        PasswordRules broken =
                rules(Files.writeString(folder.resolve("broken"), "x\ny\nz\n").toString());

        assertThat(lost.problem("les framboises du jardin", PasswordOwner.NOBODY))
                .isEmpty();
        assertThat(broken.problem("les framboises du jardin", PasswordOwner.NOBODY))
                .isEmpty();
        assertThat(failures()).isEqualTo(2);
        assertThat(problem("les framboises du jardin")).isNull();
        assertThat(failures()).isEqualTo(2);
    }

    private PasswordRules rules(String breachedPasswords) {
        return new PasswordRules(
                GUESSES,
                new BreachedPasswords(breachedPasswords, meters),
                new ServiceProperties("Service Les Relayeuses", "", "", "", ""));
    }

    private Path fileOf(List<String> passwords) throws Exception {
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        List<String> lines = passwords.stream()
                .map(it -> HexFormat.of().withUpperCase().formatHex(sha1.digest(it.getBytes(StandardCharsets.UTF_8))))
                .sorted()
                .map(hash -> hash + ":" + hash.charAt(0) % 9 * 12_345)
                .toList();
        return Files.write(folder.resolve("breached"), lines);
    }

    private double failures() {
        return meters.counter("releve.breached.passwords.failures").count();
    }

    private String problem(String password) {
        return rules.problem(password, MARIE).orElse(null);
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
