package ca.releve.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTests {

    /** No-break space, soft hyphen, joiner, fillers, vowel that is not written, zero width, bidi, braille, tags … */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x09, 0x0A, 0x1B, 0x20, 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E,
                0x200B, 0x200D, 0x200E, 0x2028, 0x202E, 0x202F, 0x2060, 0x2063, 0x2067, 0x206F, 0x2800, 0x3000, 0x3164,
                0xE000, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFFC, 0x1D159, 0x1D173, 0xE0041, 0xE01EF
            })
    void invisibleCharactersAreNotVisibleText(int sign) {
        String typed = Character.toString(sign) + " " + Character.toString(sign);

        assertThat(Text.isSeen(typed)).isFalse();
        assertThat(Text.isSeen(typed + "É")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "?",
                "€",
                "é",
                "e\u0301",
                "\u00A0Été\u00A0: 8\u202Fh\u00A0",
                "ली",
                "李",
                "한",
                "👩‍🏫",
                "☂\uFE0F",
                "می\u200Cخواهم"
            })
    void aVisibleCharacterMakesATextVisible(String typed) {
        assertThat(Text.isSeen(typed)).isTrue();
    }

    @Test
    void nullAndTheEmptyStringAreNotVisibleText() {
        assertThat(Text.isSeen(null)).isFalse();
        assertThat(Text.isSeen("")).isFalse();
    }
}
