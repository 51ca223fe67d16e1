package ca.releve.myaccount;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The usual names of a browser and its system, as far as the header tells, for users to recognise their own.
 *
 * @param browser for example Chrome; null if unknown
 * @param system for example Windows; null if unknown
 */
record BrowserName(String browser, String system) {

    /** Words of the header, the most specific first: nearly all browsers also name Chrome and Safari. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Version/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Macintosh", "macOS"),
            Map.entry("Linux", "Linux"));

    static BrowserName of(String userAgent) {
        return new BrowserName(
                find(BROWSERS, userAgent).orElse(null), find(SYSTEMS, userAgent).orElse(null));
    }

    private static Optional<String> find(List<Map.Entry<String, String>> names, String userAgent) {
        return names.stream()
                .filter(it -> userAgent.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
