package ca.releve.substitute;

import ca.releve.web.Choice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** What staff look for in the list of substitutes. */
class SubstituteFilter {

    private String text = "";
    private String state = "active";
    private String qualification = "all";

    /** @return null for both */
    Boolean active() {
        return switch (state) {
            case "all" -> null;
            case "inactive" -> false;
            default -> true;
        };
    }

    /** @return null for both */
    Boolean qualified() {
        return switch (qualification) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }

    public boolean isSet() {
        return !text.isBlank() || !state.equals("active") || !qualification.equals("all");
    }

    List<Choice> states(MessageSource messages, Locale locale) {
        return choices("state", Stream.of("active", "inactive", "all"), messages, locale);
    }

    List<Choice> qualifications(MessageSource messages, Locale locale) {
        return choices("qualification", Stream.of("all", "yes", "no"), messages, locale);
    }

    private static List<Choice> choices(String field, Stream<String> values, MessageSource messages, Locale locale) {
        return values.map(
                        it -> Choice.of(it, messages.getMessage("substitute.filter." + field + "." + it, null, locale)))
                .toList();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getQualification() {
        return qualification;
    }

    public void setQualification(String qualification) {
        this.qualification = qualification;
    }
}
