package ca.releve.load.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * How large an answer is.
 *
 * @param tags opening tags in the HTML that was sent
 */
record PageSize(int bytes, int gzipBytes, int tags) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern OPENING_TAG = Pattern.compile("<[a-zA-Z]");

    static PageSize of(Wrk page) throws IOException, InterruptedException {
        byte[] plain = plain(page);
        int tags = (int) OPENING_TAG
                .matcher(new String(plain, StandardCharsets.UTF_8))
                .results()
                .count();
        return new PageSize(plain.length, fetch(page, "gzip").length, tags);
    }

    static byte[] plain(Wrk page) throws IOException, InterruptedException {
        return fetch(page, "identity");
    }

    private static byte[] fetch(Wrk page, String encoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(page.url()))
                .header("Accept", "text/html")
                .header("Accept-Encoding", encoding)
                .header("Cookie", page.cookies())
                .build();
        HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(page.url() + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
