package ca.releve.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.util.ClassUtils;
import org.springframework.validation.DataBinder;
import org.springframework.validation.FieldError;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

class TypedTextTests {

    /** No-break space, soft hyphen, combining joiner, fillers, vowel that is not written, zero width, bidi, braille, tags … */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x09, 0x0A, 0x1B, 0x20, 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E,
                0x200B, 0x200D, 0x200E, 0x2028, 0x202E, 0x202F, 0x2060, 0x2063, 0x2067, 0x206F, 0x2800, 0x3000, 0x3164,
                0xE000, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFFC, 0x1D159, 0x1D173, 0xE0041, 0xE01EF
            })
    void textThatNobodySeesIsAsGoodAsNone(int sign) {
        String typed = Character.toString(sign) + " " + Character.toString(sign);

        assertThat(TypedText.isSeen(typed)).isFalse();
        assertThat(TypedText.seen(typed)).isEmpty();
        assertThat(TypedText.seen(typed + "É")).isEqualTo(typed + "É");
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
    void textThatSomebodySeesStaysAsItWasTyped(String typed) {
        assertThat(TypedText.seen(typed)).isEqualTo(typed);
    }

    @Test
    void nothingTypedIsNotSeen() {
        assertThat(TypedText.isSeen(null)).isFalse();
        assertThat(TypedText.isSeen("")).isFalse();
    }

    @Test
    void noFormTakesTextThatNobodySeesForAnAnswer() {
        FormattingConversionService formats = new DefaultFormattingConversionService();
        new WebConfig(null, null, null).addFormatters(formats);
        ClassPathScanningCandidateComponentProvider forms = new ClassPathScanningCandidateComponentProvider(false);
        forms.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*Form")));
        List<Field> asked = forms.findCandidateComponents("ca.releve").stream()
                .map(form -> ClassUtils.resolveClassName(form.getBeanClassName(), null))
                .flatMap(form -> Arrays.stream(form.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(NotBlank.class))
                .toList();

        assertThat(asked).hasSizeGreaterThan(20);
        try (LocalValidatorFactoryBean rules = new LocalValidatorFactoryBean()) {
            rules.afterPropertiesSet();
            assertThat(asked).allSatisfy(field -> {
                DataBinder form = new DataBinder(BeanUtils.instantiateClass(field.getDeclaringClass()));
                form.setConversionService(formats);
                form.setValidator(rules);
                form.bind(new MutablePropertyValues(Map.of(field.getName(), "\u3164")));
                form.validate();
                assertThat(form.getBindingResult().getFieldErrors(field.getName()))
                        .extracting(FieldError::getCode)
                        .contains("NotBlank");
            });
        }
    }
}
