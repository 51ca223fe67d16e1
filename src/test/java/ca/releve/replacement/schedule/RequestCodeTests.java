package ca.releve.replacement.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestCodeTests {

    @Test
    void codesAreUnambiguousWhenReadAloudAndAreNotSequential() {
        assertThat(Stream.generate(RequestCode::random).limit(1_000))
                .allMatch(code -> code.matches("[BCDFGHJKMPQRTVWXZ2346789]{3}-[BCDFGHJKMPQRTVWXZ2346789]{4}"))
                .doesNotHaveDuplicates();
    }
}
