package ca.releve.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
    void whatSomebodySeesStaysAsItWasTypedAndTheRestIsAsGoodAsNothing() {
        assertThat(TypedText.seen("\u00A0Été\u00A0: 8\u202Fh\u00A0")).isEqualTo("\u00A0Été\u00A0: 8\u202Fh\u00A0");
        assertThat(TypedText.seen("\u200B \u3164")).isEmpty();
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
