package ca.releve.shared;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.PortalTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SearchTextTests {

    private static final String FOLD_EACH =
            "select words(t) from unnest(cast(:texts as text[])) with ordinality as x(t, n) order by n";

    /** Marks that Unicode calls letters since a version that Java 17 does not know. */
    private static final Set<Integer> LETTERS_SINCE = Set.of(0xC04, 0xF82, 0xF83, 0x11080, 0x11081);

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sacré-Cœur | sacre coeur",
                "SŒUR | soeur",
                "œuf à la coque | oeuf a la coque",
                "Cæsar, Ægir | caesar aegir",
                "L’Arbre-Vie d'Or | l arbre vie d or",
                "Groß ẞ | gross ss",
                "  Ã  l’Île‑Perrot — 2ᵉ | a l ile perrot 2e",
                "Łukasz Øberg Đặng | lukasz oberg dang",
                "İstanbul ıssız | istanbul issiz",
                "ΣΊΣΥΦΟΣ | σισυφοσ",
                "ﬁn № ½ | fin no 1 2",
                "Мария Ёлкина | мария елкина",
                "O'Neil/Tremblay_Roy | o neil tremblay roy"
            })
    void theDatabaseAndJavaFoldAPairAlike(String text, String folded) {
        assertThat(SearchText.of(text)).isEqualTo(folded);
        assertThat(inDatabase(List.of(text))).containsExactly(folded);
    }

    @Test
    void theDatabaseAndJavaFoldEachCharacterAlike() {
        List<String> texts = IntStream.rangeClosed(1, 0x1FFFF)
                .filter(it -> !LETTERS_SINCE.contains(it))
                .filter(it -> Character.isDefined(it) && (it < 0xD800 || it > 0xF8FF))
                .mapToObj(it -> "a" + Character.toString(it) + "b")
                .toList();

        assertSame(texts);
    }

    @Test
    void theDatabaseAndJavaFoldGeneratedNamesAlike() {
        long seed = System.nanoTime();
        System.out.println("SearchTextTests: seed " + seed);
        Random random = new Random(seed);
        String letters = "abcXYZ0189éÉèàçÇœŒæÆßøłñüÿÎ\u0301\u0327\u0308 \u00A0\u202F-‐‑–—'’‘ʼ,.;:/@_%\\()\"«»²ﬁ½";
        List<String> texts = IntStream.range(0, 5_000)
                .mapToObj(i -> random.ints(1 + random.nextInt(20), 0, letters.length())
                        .mapToObj(at -> String.valueOf(letters.charAt(at)))
                        .reduce("", String::concat))
                .toList();

        assertSame(texts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "418 555-0103 | 4185550103",
                "(418) 555-0103 | 4185550103",
                "+1 418.555.0103 | 4185550103",
                "1-418-555-0103 | 4185550103",
                "555 0103 | 5550103",
                "0103 | 0103",
                "5 ans | 5"
            })
    void aPhoneNumberIsOneWordHoweverItIsWritten(String typed, String first) {
        assertThat(SearchText.wordsOrPhone(typed)).startsWith(first);
    }

    @Test
    void blanksAndPunctuationAloneSearchForNothing() {
        assertThat(SearchText.wordsOrPhone(" — ’ , ")).isEmpty();
        assertThat(SearchText.words(null)).isEmpty();
        assertThat(SearchText.words("%_\\")).isEmpty();
    }

    private void assertSame(List<String> texts) {
        List<String> stored = inDatabase(texts);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String folded = SearchText.of(texts.get(i));
            if (!folded.equals(stored.get(i))) {
                differences.add(texts.get(i) + ": Java « " + folded + " », database « " + stored.get(i) + " »");
            }
        }
        assertThat(differences).isEmpty();
    }

    private List<String> inDatabase(List<String> texts) {
        return jdbc.sql(FOLD_EACH)
                .param("texts", texts.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
