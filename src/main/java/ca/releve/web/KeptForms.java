package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The one form of each browser that was sent too late, in its session, where it is forgotten with it. */
@Component
public class KeptForms {

    /** In each form: whom it was shown to. */
    static final String PERSON = "_shownTo";

    private static final String ATTRIBUTE = KeptForms.class.getName();
    private static final String VERSION = "version";
    private static final Set<String> NOT_TYPED = Set.of("_csrf", PERSON, VERSION, "submissionId", "_method");
    private static final List<String> SECRET = List.of("password", "token", "secret", "credential");

    private final FormPages pages;
    private final Clock clock;

    KeptForms(FormPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** Keeps what was typed for the form at the address that it was sent to; nothing if no form is shown there. */
    public void keep(HttpServletRequest sent) {
        String path = sent.getRequestURI();
        if (!pages.isPage(path)) {
            return;
        }
        Map<String, List<String>> values = typed(sent);
        int characters = values.entrySet().stream()
                .flatMap(it -> Stream.concat(Stream.of(it.getKey()), it.getValue().stream()))
                .mapToInt(String::length)
                .sum();
        if (characters <= SecurityNumbers.KEPT_FORM_CHARACTERS) {
            put(
                    new KeptWords(
                            KeptWords.placeOf(path),
                            sent.getParameter(PERSON),
                            values,
                            sent.getParameter(VERSION),
                            clock.instant(),
                            false),
                    sent);
        }
    }

    void put(KeptWords form, HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, form);
    }

    /** What was kept for the form at this address, for the person to whom it was shown. */
    Optional<KeptWords> find(HttpServletRequest request) {
        return kept(request)
                .filter(it -> it.isOf(request.getRequestURI()))
                .filter(it -> Objects.equals(it.person(), request.getRemoteUser()))
                .filter(it -> it.at().plus(SecurityNumbers.SESSION_IDLE).isAfter(clock.instant()));
    }

    /** Whoever comes to the form sees it once. */
    void forget(HttpServletRequest request) {
        kept(request).filter(it -> it.isOf(request.getRequestURI())).ifPresent(it -> request.getSession()
                .removeAttribute(ATTRIBUTE));
    }

    private static Optional<KeptWords> kept(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(it -> (KeptWords) it.getAttribute(ATTRIBUTE));
    }

    /** Whether anything was typed that would be lost. */
    static boolean isTyped(HttpServletRequest sent) {
        return typed(sent).keySet().stream().anyMatch(it -> !it.startsWith("_"));
    }

    /** What somebody typed, by the names of the fields: no password, nor what a link or a passkey opens something with. */
    static Map<String, List<String>> typed(HttpServletRequest sent) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        sent.getParameterMap().forEach((name, values) -> {
            String words = name.toLowerCase(Locale.ROOT);
            if (!NOT_TYPED.contains(name) && SECRET.stream().noneMatch(words::contains)) {
                typed.put(name, new ArrayList<>(List.of(values)));
            }
        });
        return typed;
    }
}
