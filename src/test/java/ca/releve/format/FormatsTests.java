package ca.releve.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTests {

    private final Formats formats = new Formats(Locale.CANADA_FRENCH, ZoneId.of("America/Toronto"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    418 555-0102               | tel:4185550102
                    (418) 555‑0102   | tel:4185550102
                    +1 418 555-0102            | tel:+14185550102
                    418 555-0102, poste 12     | tel:4185550102
                    418 555-0102 p. 12         | tel:4185550102
                    418.555.0102x12            | tel:4185550102
                    418 555-0102 #12           | tel:4185550102
                    418 555-0102 ou 555-0103   | tel:4185550102
                    Cell. : 418 555-0102       | tel:4185550102
                    par courriel               |
                                               |
                    """)
    void aLinkDialsTheNumberAndNotItsExtension(String phone, String dialled) {
        assertThat(formats.dial(phone)).isEqualTo(dialled);
    }
}
