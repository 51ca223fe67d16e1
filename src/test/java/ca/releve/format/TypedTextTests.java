package ca.releve.format;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.web.WebConfig;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void visibleTextIsKeptUnchangedAndInvisibleTextBecomesEmpty() {
        assertThat(TypedText.submitted("\u00A0Été\u00A0: 8\u202Fh\u00A0")).isEqualTo("\u00A0Été\u00A0: 8\u202Fh\u00A0");
        assertThat(TypedText.submitted("\u200B \u3164")).isEmpty();
    }

    @Test
    void noFormAcceptsInvisibleTextInARequiredField() {
        FormattingConversionService formats = new DefaultFormattingConversionService();
        new WebConfig(null, null, true).addFormatters(formats);
        ClassPathScanningCandidateComponentProvider forms = new ClassPathScanningCandidateComponentProvider(false);
        forms.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*Form")));
        Map<Class<?>, List<String>> asked = new LinkedHashMap<>();
        forms.findCandidateComponents("ca.releve").stream()
                .map(form -> ClassUtils.resolveClassName(form.getBeanClassName(), null))
                .forEach(form -> asked.put(form, required(form)));

        assertThat(asked.values().stream().mapToInt(List::size).sum()).isGreaterThan(15);
        try (LocalValidatorFactoryBean rules = new LocalValidatorFactoryBean()) {
            rules.afterPropertiesSet();
            asked.forEach((type, fields) -> assertThat(fields).allSatisfy(field -> {
                DataBinder form = new DataBinder(BeanUtils.instantiateClass(type));
                form.setConversionService(formats);
                form.setValidator(rules);
                form.bind(new MutablePropertyValues(Map.of(field, "\u3164")));
                form.validate();
                assertThat(form.getBindingResult().getFieldErrors(field))
                        .extracting(FieldError::getCode)
                        .contains("NotBlank");
            }));
        }
    }

    /** The required text fields of a form and of what it extends. */
    private static List<String> required(Class<?> form) {
        return Stream.<Class<?>>iterate(form, Objects::nonNull, Class::getSuperclass)
                .flatMap(it -> Arrays.stream(it.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(NotBlank.class))
                .map(Field::getName)
                .toList();
    }
}
