package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What pages are made with, the same for everybody: who asks for it is not looked at. */
public final class Assets {

    private static final List<String> PLACES = List.of("/webjars/", "/css/", "/js/", "/img/");

    private Assets() {}

    public static boolean isOne(HttpServletRequest request) {
        return PLACES.stream().anyMatch(request.getRequestURI()::startsWith);
    }
}
