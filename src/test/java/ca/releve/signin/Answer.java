package ca.releve.signin;

import ca.releve.testing.Visitor.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The visible content of an answer and of the page that it redirects to, without parts that differ each time. */
public record Answer(int status, Map<String, List<String>> headers, String body, int nextStatus, String nextBody) {

    public static Answer of(Page answer, Page next) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.remove("date");
        // The server closes a connection after a hundred requests, whoever sent them.
        headers.remove("connection");
        headers.remove("keep-alive");
        return new Answer(answer.status(), headers, still(answer.body()), next.status(), still(next.body()));
    }

    /** The same without the address that the user typed and that the page shows again. */
    public Answer without(String typed) {
        String field = " value=\"" + typed + "\"";
        return new Answer(status, headers, body.replace(field, ""), nextStatus, nextBody.replace(field, ""));
    }

    private static String still(String body) {
        return body.replaceAll("(name=\"(?:_csrf|submissionId)\" value=\")[^\"]*", "$1");
    }
}
