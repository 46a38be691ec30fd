package io.controlcenter.deploy;

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
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.UUID;

/**
 * Makes tokens that are wrong in exactly one way. One that has expired must carry a signature that is good, so the forge
 * serves identity's keys and one of its own beside them, and the gateway is told to read them here.
 */
final class Forge implements AutoCloseable {

    private static final String AUDIENCE = "control-center";
    private final ECKey trusted = key("forge");
    private final ECKey unknown = key("forge");
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final URI identity;
    private final String issuer;

    Forge(URI identity, String issuer) throws IOException {
        this.identity = identity;
        this.issuer = issuer;
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/keys", this::serve);
        server.start();
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    URI keys() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/keys");
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var theirs = http.send(
                    HttpRequest.newBuilder(identity)
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var all = new ArrayList<>(JWKSet.parse(theirs.body()).getKeys());
            all.add(trusted.toPublicJWK());
            var body = new JWKSet(all).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }

    String expired(String subject) {
        return signed(claims(subject, AUDIENCE, Duration.ofMinutes(-5)), trusted);
    }

    String forAnotherAudience(String subject) {
        return signed(claims(subject, "somebody-else", Duration.ofMinutes(5)), trusted);
    }

    /** By a key that calls itself as the trusted one does. */
    String forged(String subject) {
        return signed(claims(subject, AUDIENCE, Duration.ofMinutes(5)), unknown);
    }

    /** {@code alg=none}. */
    String unsigned(String subject) {
        return new PlainJWT(claims(subject, AUDIENCE, Duration.ofMinutes(5))).serialize();
    }

    private JWTClaimsSet claims(String subject, String audience, Duration validFor) {
        var now = Instant.ofEpochMilli(System.currentTimeMillis());
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now.minus(Duration.ofMinutes(15))))
                .expirationTime(Date.from(now.plus(validFor)))
                .build();
    }

    private static String signed(JWTClaimsSet claims, ECKey key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
