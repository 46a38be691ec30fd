package io.controlcenter.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.controlcenter.platform.test.Tokens;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Identity, as far as the gateway speaks with it: keys, the token exchange, and some pages. */
public final class FakeIdentity {

    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString("gateway:a+secret%26more".getBytes(StandardCharsets.UTF_8));
    private final ECKey key = newKey();
    private final ECKey forger = newKey();
    private final Map<String, Map<String, List<String>>> members = new ConcurrentHashMap<>();
    private final Set<String> disabled = ConcurrentHashMap.newKeySet();
    private final FakeServer server = new FakeServer(this::answer);
    private volatile boolean away;
    private volatile Duration thinks = Duration.ZERO;

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("identity").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public FakeServer server() {
        return server;
    }

    public void grant(String user, String enterprise, String... permissions) {
        members.computeIfAbsent(user, _ -> new ConcurrentHashMap<>()).put(enterprise, List.of(permissions));
    }

    public void revoke(String user, String enterprise) {
        members.getOrDefault(user, new ConcurrentHashMap<>()).remove(enterprise);
    }

    public void disable(String user) {
        disabled.add(user);
    }

    public void away(boolean now) {
        away = now;
    }

    public void thinks(Duration pause) {
        thinks = pause;
    }

    public List<FakeServer.Seen> exchanges(String accessToken) {
        return server.seen("/oauth2/token").stream()
                .filter(request -> request.body().contains(accessToken))
                .toList();
    }

    FakeServer.Answer answer(FakeServer.Seen request) throws Exception {
        if (request.uri().equals("/oauth2/jwks")) {
            return FakeServer.Answer.ok(new JWKSet(key.toPublicJWK()).toString());
        }
        if (request.body().contains("token-exchange")) {
            if (away) {
                throw new IllegalStateException("away");
            }
            Thread.sleep(thinks);
            return exchange(request);
        }
        if (request.uri().equals("/api/v1/me/enterprises")) {
            return FakeServer.Answer.ok(enterprises(request.header("Authorization")));
        }
        return request.uri().startsWith("/login")
                ? new FakeServer.Answer(
                        302, Map.of("Location", "/account", "Set-Cookie", "JSESSIONID=1; Path=/; HttpOnly"), "")
                : FakeServer.Answer.ok("{\"page\":\"" + request.uri() + "\"}");
    }

    private FakeServer.Answer exchange(FakeServer.Seen request) throws ParseException {
        if (!request.header("Authorization").equals(CREDENTIALS)) {
            return FakeServer.Answer.of(401, "{\"error\":\"invalid_client\"}");
        }
        var form = form(request.body());
        var user = SignedJWT.parse(form.get("subject_token")).getJWTClaimsSet().getSubject();
        if (disabled.contains(user)) {
            return FakeServer.Answer.of(400, "{\"error\":\"invalid_grant\"}");
        }
        var theirs = members.getOrDefault(user, Map.of());
        var named = form.getOrDefault("resource", "").replace("urn:control-center:enterprise:", "");
        var enterprise = !named.isEmpty()
                ? named
                : theirs.size() == 1 ? theirs.keySet().iterator().next() : null;
        if (enterprise != null && !theirs.containsKey(enterprise)) {
            return FakeServer.Answer.of(400, "{\"error\":\"invalid_target\"}");
        }
        var permissions = enterprise == null ? List.<String>of() : theirs.get(enterprise);
        return FakeServer.Answer.ok("""
                {"access_token":"%s","issued_token_type":"urn:ietf:params:oauth:token-type:access_token",\
                "token_type":"Bearer","expires_in":300}""".formatted(scoped(user, enterprise, permissions)));
    }

    private String enterprises(String authorization) throws ParseException {
        var user = SignedJWT.parse(authorization.replaceFirst("Bearer ", ""))
                .getJWTClaimsSet()
                .getSubject();
        return members.getOrDefault(user, Map.of()).keySet().stream()
                .sorted()
                .map("{\"enterpriseId\":\"%1$s\",\"name\":\"Name of %1$s\"}"::formatted)
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private String scoped(String user, String enterprise, List<String> permissions) {
        var claims = claims(user, "control-center-services", Duration.ofMinutes(5))
                .claim("actor", "CUSTOMER")
                .claim("enterprise_id", enterprise)
                .claim("permissions", permissions)
                .claim("accounts", "*")
                .build();
        return sign(claims, key);
    }

    /** An access token as people get it. */
    public String token(String user) {
        return sign(access(user, "control-center", Duration.ofMinutes(10)), key);
    }

    public String expired(String user) {
        return sign(access(user, "control-center", Duration.ofMinutes(-1)), key);
    }

    public String forged(String user) {
        return sign(access(user, "control-center", Duration.ofMinutes(10)), forger);
    }

    public String forAnotherAudience(String user) {
        return sign(access(user, "control-center-services", Duration.ofMinutes(10)), key);
    }

    public String unsigned(String user) {
        return new PlainJWT(access(user, "control-center", Duration.ofMinutes(10))).serialize();
    }

    private static JWTClaimsSet access(String user, String audience, Duration validFor) {
        return claims(user, audience, validFor).build();
    }

    private static JWTClaimsSet.Builder claims(String user, String audience, Duration validFor) {
        var now = Instant.ofEpochMilli(System.currentTimeMillis());
        return new JWTClaimsSet.Builder()
                .issuer(Tokens.ISSUER)
                .audience(audience)
                .subject(user)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now.minusSeconds(600)))
                .expirationTime(Date.from(now.plus(validFor)));
    }

    private static String sign(JWTClaimsSet claims, ECKey key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("identity").build(), claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
