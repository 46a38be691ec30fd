package io.controlcenter.deploy.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Gets tokens the way real callers do: people by the sign-in page with code and PKCE, partners by their secret. */
public final class SignIn {

    private static final String CLIENT = "control-center-portal";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();
    private final String gateway;

    public SignIn(String gateway) {
        this.gateway = gateway;
    }

    /** @return an access token */
    public String person(String username, String password) {
        var verifier = random();
        var code = code(username, password, verifier);
        return token(Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "code", code,
                "redirect_uri", gateway + "/portal/callback",
                "code_verifier", verifier));
    }

    private String code(String username, String password, String verifier) {
        var browser = new Browser();
        var state = random();
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", CLIENT);
        asked.put("redirect_uri", gateway + "/portal/callback");
        asked.put("scope", "openid");
        asked.put("state", state);
        asked.put("code_challenge", challenge(verifier));
        asked.put("code_challenge_method", "S256");
        var sentToSignIn = browser.open(URI.create(gateway + "/oauth2/authorize?" + Browser.encode(asked)));
        var page = browser.open(sentToSignIn.next());
        var fields = page.form();
        fields.put("username", username);
        fields.put("password", password);
        var signedIn = browser.submit(page.action(), fields);
        for (int hops = 0; hops < 5 && !signedIn.location().contains("/portal/callback"); hops++) {
            if (signedIn.location().isEmpty() || signedIn.location().contains("error")) {
                throw new IllegalStateException(username + " could not sign in: " + signedIn);
            }
            signedIn = browser.open(signedIn.next());
        }
        var given = query(signedIn.next());
        if (!state.equals(given.get("state")) || !given.containsKey("code")) {
            throw new IllegalStateException(username + " got no code: " + given);
        }
        return given.get("code");
    }

    /** @return an access token */
    public String partner(String clientId, String secret) {
        return token(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    /** Opens the page of an invitation and sets the first password. */
    public void acceptInvitation(URI link, String password) {
        var browser = new Browser();
        var page = browser.open(link);
        var fields = page.form();
        fields.put("password", password);
        fields.put("repeated", password);
        var done = browser.submit(page.action(), fields);
        if (done.status() >= 400 || done.body().contains("role=\"alert\"")) {
            throw new IllegalStateException("The invitation was not accepted: " + done);
        }
    }

    private String token(Map<String, String> fields) {
        var answer = new Browser().submit(URI.create(gateway + "/oauth2/token"), fields);
        if (answer.status() != 200) {
            throw new IllegalStateException("No token: " + answer.status() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
    }

    private static Map<String, String> query(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return URL_SAFE.encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return URL_SAFE.encodeToString(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
