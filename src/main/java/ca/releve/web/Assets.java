package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The paths of static files, which need no account. */
public final class Assets {

    private static final List<String> PLACES = List.of("/webjars/", "/css/", "/js/", "/img/");

    private Assets() {}

    public static boolean isOne(HttpServletRequest request) {
        return PLACES.stream().anyMatch(request.getRequestURI()::startsWith);
    }
}
