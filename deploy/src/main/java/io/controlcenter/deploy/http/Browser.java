package io.controlcenter.deploy.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser, as far as signing in needs one: cookies, pages, forms and redirects that it reports. */
final class Browser {

    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(name|value)=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** A page at some address; its location is where it sends on to, empty when it does not. */
    record View(URI at, int status, String location, String body) {

        URI next() {
            return at.resolve(location);
        }

        /** Where its form goes: the page itself, whose query the form carries in hidden fields. */
        URI action() {
            return at.resolve(at.getPath());
        }

        /** The hidden fields of its form, the token against forgery among them. */
        Map<String, String> form() {
            var fields = new LinkedHashMap<String, String>();
            HIDDEN.matcher(body).results().forEach(input -> {
                var found = ATTRIBUTE
                        .matcher(input.group())
                        .results()
                        .collect(Collectors.toMap(hit -> hit.group(1), hit -> hit.group(2), (one, _) -> one));
                fields.put(found.getOrDefault("name", ""), found.getOrDefault("value", ""));
            });
            return fields;
        }
    }

    View open(URI page) {
        return send(HttpRequest.newBuilder(page).header("Accept", "text/html"));
    }

    View submit(URI action, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(encode(fields))));
    }

    private View send(HttpRequest.Builder request) {
        try {
            var sent = request.timeout(Duration.ofSeconds(60)).build();
            var answer = http.send(sent, HttpResponse.BodyHandlers.ofString());
            return new View(
                    sent.uri(),
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
