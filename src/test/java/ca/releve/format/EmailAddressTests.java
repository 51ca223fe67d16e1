package ca.releve.format;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equal, different and invalid spellings of addresses. */
@Covers({"AUTH-04", "AUTH-05"})
class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "marie@example.ca, marie@example.ca",
        "Marie.Tremblay@Example.CA, marie.tremblay@example.ca",
        "MARIE@EXAMPLE.CA, marie@example.ca",
        "'  marie@example.ca\t', marie@example.ca",
        "marie+cpe@example.ca, marie+cpe@example.ca",
        "marie@cpe.gouv.qc.ca, marie@cpe.gouv.qc.ca",
        "marie@garderie-\u00e9t\u00e9.ca, marie@xn--garderie-t-j7ab.ca",
        "marie@GARDERIE-\u00c9T\u00c9.ca, marie@xn--garderie-t-j7ab.ca",
        "marie@XN--GARDERIE-T-J7AB.ca, marie@xn--garderie-t-j7ab.ca",
        "marie@\uFF45xample\u3002ca, marie@example.ca"
    })
    void theCanonicalFormIsInLowerCaseWithTheDomainInPunycode(String typed, String canonical) {
        EmailAddress address = EmailAddress.parse(typed).orElseThrow();

        assertThat(address.canonical()).isEqualTo(canonical);
        assertThat(address.original()).isEqualTo(typed.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "Marie@Example.ca, Marie@Example.ca",
        "marie@garderie-\u00e9t\u00e9.ca, marie@garderie-\u00e9t\u00e9.ca (xn--garderie-t-j7ab.ca)",
        "marie@ex\u0430mple.ca, marie@ex\u0430mple.ca (xn--exmple-4nf.ca)",
        "marie@exam\u00adple.ca, marie@exam\u00adple.ca (example.ca)"
    })
    void anAddressOutsideAsciiIsAlsoShownInPunycode(String typed, String shown) {
        assertThat(EmailAddress.parse(typed).orElseThrow().unmistakable()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "marie",
                "@example.ca",
                "marie@",
                "marie@example",
                "marie@@example.ca",
                "marie@example..ca",
                "marie@-example.ca",
                "marie@example.ca.",
                ".marie@example.ca",
                "ma..rie@example.ca",
                "ma rie@example.ca",
                "marie@exam ple.ca",
                "\u00a0marie@example.ca",
                "marie@[127.0.0.1]",
                "Marie <marie@example.ca>",
                "\"marie\"@example.ca",
                "mar\u0131e@example.ca",
                "m\u0430rie@example.ca",
                "\uFF4Darie@example.ca",
                "mari\u00e9@example.ca",
                "marie\u200b@example.ca",
                "a@x.ca,b@y.ca",
                "a@x.ca;b@y.ca",
                "a@x.ca b@y.ca",
                "a@x.ca\r\nBcc: b@y.ca",
                "a@x.ca\nb@y.ca",
                "a\u0000@x.ca"
            })
    void aTextThatIsNotExactlyOneAddressIsRefused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void anAddressHasAtMost254Characters() {
        String domain = "@" + "a".repeat(60) + "." + "b".repeat(60) + ".ca";

        assertThat(EmailAddress.parse("m".repeat(254 - domain.length()) + domain))
                .isPresent();
        assertThat(EmailAddress.parse("m".repeat(255 - domain.length()) + domain))
                .isEmpty();
        assertThat(EmailAddress.parse("m".repeat(1_000_000) + domain)).isEmpty();
        assertThat(EmailAddress.parse("marie@" + "a".repeat(64) + ".ca")).isEmpty();
        assertThat(EmailAddress.parse(null)).isEmpty();
    }

    @Test
    void domainsThatLookAlikeAreDifferent() {
        String latin = EmailAddress.parse("marie@example.ca").orElseThrow().canonical();

        for (String lookAlike : List.of("marie@ex\u0430mple.ca", "marie@examp\u0131e.ca", "marie@exampl\u00e9.ca")) {
            assertThat(EmailAddress.parse(lookAlike).map(EmailAddress::canonical))
                    .as(lookAlike)
                    .get()
                    .asString()
                    .contains("@xn--")
                    .isNotEqualTo(latin);
        }
    }

    @Test
    void theDefaultLocaleHasNoEffect() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(EmailAddress.parse("MARIE@EXAMPLE.CI").orElseThrow().canonical())
                    .isEqualTo("marie@example.ci");
        } finally {
            Locale.setDefault(before);
        }
    }
}
