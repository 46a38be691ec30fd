package io.controlcenter.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's browser: keeps cookies, sends forms with their hidden fields, and follows redirects only when told to. */
public final class Browser {

    public static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rule-of-43-signs";
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private String address = "";

    public Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    /** As if it came from there. */
    public Browser from(String network) {
        this.address = network;
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(absolute(path))
                .header("Accept", "text/html")
                .GET());
    }

    private URI absolute(String path) {
        return URI.create(path.startsWith("http") ? path : base + path);
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** @param path where one ended, without the query */
    public record Page(String path, HttpResponse<String> answer) {

        public String body() {
            return answer.body();
        }
    }

    /** Goes where an answer leads to, as long as it leads on. */
    public Page follow(HttpResponse<String> answer) {
        var last = answer;
        var path = last.uri().getPath();
        while (!location(last).isEmpty()) {
            path = URI.create(location(last)).getPath();
            last = get(location(last));
        }
        return new Page(path, last);
    }

    /** Fills in a form that was got before, whose hidden fields go along. */
    public HttpResponse<String> submit(HttpResponse<String> page, String path, Map<String, String> fields) {
        var all = new TreeMap<String, String>();
        var hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        return post(path, all);
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(absolute(path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    public HttpResponse<String> signIn(String username, String password) {
        return submit(get("/login"), "/login", Map.of("username", username, "password", password));
    }

    /** Asks for a code, which needs a signed-in person. */
    public HttpResponse<String> authorize(String clientId, String redirectUri, Map<String, String> more) {
        var parameters = new TreeMap<>(Map.of(
                "response_type", "code",
                "client_id", clientId,
                "redirect_uri", redirectUri,
                "scope", "openid profile email",
                "state", "a-state",
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
        parameters.putAll(more);
        parameters.values().removeIf(String::isEmpty);
        return get("/oauth2/authorize?" + form(parameters));
    }

    /** A token endpoint's answer; the client by HTTP Basic, or public when it has no secret. */
    public HttpResponse<String> token(String clientId, String secret, Map<String, String> fields) {
        return client("/oauth2/token", clientId, secret, fields);
    }

    /** The same at any of OAuth's endpoints. */
    public HttpResponse<String> client(String path, String clientId, String secret, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        var request =
                HttpRequest.newBuilder(absolute(path)).header("Content-Type", "application/x-www-form-urlencoded");
        if (secret.isEmpty()) {
            all.put("client_id", clientId);
        } else {
            var pair = clientId + ":" + secret;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(form(all))));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        if (!address.isEmpty()) {
            request.header("X-Forwarded-For", address);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** What a token says, without a look at its signature. */
    public static JsonNode claims(String token) {
        return part(token, 1);
    }

    public static JsonNode header(String token) {
        return part(token, 0);
    }

    private static JsonNode part(String token, int which) {
        var body = Base64.getUrlDecoder().decode(token.split("\\.", -1)[which]);
        return JsonMapper.shared().readTree(new String(body, StandardCharsets.UTF_8));
    }

    public static String parameter(String uri, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(uri);
        return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge() {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
