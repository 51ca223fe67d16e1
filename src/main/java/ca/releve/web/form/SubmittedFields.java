package ca.releve.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The values that a person typed into a submitted form, by the names of the fields. */
public final class SubmittedFields {

    /** Hidden field of each form: the user to whom the form was shown. */
    public static final String PERSON = "_shownTo";

    /** Hidden field of a form: the version of the entity that the page showed. */
    public static final String VERSION = "version";

    private static final Set<String> HIDDEN = Set.of("_csrf", PERSON, VERSION, "submissionId", "_method");
    private static final List<String> SECRET = List.of("password", "token", "secret", "credential");

    private SubmittedFields() {}

    /** Whether the form has a value that would be lost with it. */
    public static boolean isTyped(HttpServletRequest request) {
        return of(request).keySet().stream().anyMatch(it -> !it.startsWith("_"));
    }

    /** The values of all fields but hidden ones, passwords, tokens and answers of passkeys. */
    public static Map<String, List<String>> of(HttpServletRequest request) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            String words = name.toLowerCase(Locale.ROOT);
            if (!HIDDEN.contains(name) && SECRET.stream().noneMatch(words::contains)) {
                typed.put(name, new ArrayList<>(List.of(values)));
            }
        });
        return typed;
    }
}
