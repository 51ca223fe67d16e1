package ca.releve.account;

import ca.releve.testing.Visitor.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that somebody can see of an answer and of the page that it leads to, without what changes at each look. */
public record Answer(int status, Map<String, List<String>> headers, String body, int nextStatus, String nextBody) {

    public static Answer of(Page answer, Page next) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.remove("date");
        return new Answer(answer.status(), headers, still(answer.body()), next.status(), still(next.body()));
    }

    /** The same without the address that somebody finds again after she typed it herself. */
    public Answer without(String typed) {
        String field = " value=\"" + typed + "\"";
        return new Answer(status, headers, body.replace(field, ""), nextStatus, nextBody.replace(field, ""));
    }

    private static String still(String body) {
        return body.replaceAll("(name=\"(?:_csrf|submissionId)\" value=\")[^\"]*", "$1");
    }
}
