package ca.releve.account.self;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A browser and its system by the names that people know, as far as the browser tells: enough to recognise one's own. Says
 * nothing rather than something wrong.
 *
 * @param browser for example Chrome; null if it is none of the usual ones
 * @param system for example Windows; null if it is none of the usual ones
 */
record BrowserName(String browser, String system) {

    /** Words that a browser says, the telling ones first: nearly all of them also say Chrome and Safari. */
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg", "Edge",
            "OPR/", "Opera",
            "SamsungBrowser/", "Samsung Internet",
            "FxiOS/", "Firefox",
            "Firefox/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Version/", "Safari");

    private static final Map<String, String> SYSTEMS = inOrder(
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Android", "Android",
            "Windows", "Windows",
            "CrOS", "ChromeOS",
            "Macintosh", "macOS",
            "Linux", "Linux");

    static BrowserName of(String userAgent) {
        return new BrowserName(
                find(BROWSERS, userAgent).orElse(null), find(SYSTEMS, userAgent).orElse(null));
    }

    private static Optional<String> find(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(it -> userAgent.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> inOrder(String... wordsAndNames) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndNames.length; i += 2) {
            names.put(wordsAndNames[i], wordsAndNames[i + 1]);
        }
        return names;
    }
}
