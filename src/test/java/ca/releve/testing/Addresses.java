package ca.releve.testing;

import ca.releve.testing.Handlers.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the variables in the path of a handler with ids. */
public final class Addresses {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final List<String> LISTS = List.of("fonctions", "groupes", "taches");

    private final Map<UUID, String> ids;
    private final Map<UUID, UUID> requestOfShift;

    /**
     * @param ids the ids with their tables
     * @param requestOfShift the requests of the shifts among the ids
     */
    public Addresses(Map<UUID, String> ids, Map<UUID, UUID> requestOfShift) {
        this.ids = ids;
        this.requestOfShift = requestOfShift;
    }

    public List<String> of(Handler handler) {
        if (handler.pattern().contains("{shiftId}")) {
            return requestOfShift.entrySet().stream()
                    .map(it -> handler.pattern()
                            .replace("{shiftId}", it.getKey().toString())
                            .replaceAll("\\{[^}]+}", it.getValue().toString()))
                    .toList();
        }
        List<String> paths = new ArrayList<>(List.of(handler.pattern()));
        Matcher variable = VARIABLE.matcher(handler.pattern());
        while (variable.find()) {
            List<String> filled = new ArrayList<>();
            for (String path : paths) {
                for (String value : values(variable.group(1))) {
                    filled.add(path.replace(variable.group(), value));
                }
            }
            paths = filled;
        }
        return paths;
    }

    private List<String> values(String variable) {
        return switch (variable) {
            case "slug" -> LISTS;
            case "kind" -> List.of("remplacantes", "gestionnaires", "personnel");
            case "token" -> List.of("A".repeat(43));
            case "clientId" -> of("client");
            case "requestId" -> of("replacement_request");
            default -> ids.keySet().stream().map(UUID::toString).toList();
        };
    }

    private List<String> of(String table) {
        return ids.entrySet().stream()
                .filter(it -> it.getValue().equals(table))
                .map(it -> it.getKey().toString())
                .toList();
    }
}
