package io.controlcenter.deploy.demo;

import io.controlcenter.deploy.http.Caller;
import io.controlcenter.deploy.http.FreshToken;
import io.controlcenter.deploy.http.SignIn;
import io.controlcenter.deploy.platform.App;
import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Everybody who plays, signed in when first needed. */
final class Stage {

    private final String gateway;
    private final SignIn signIn;
    private final Secrets secrets;
    private final Map<String, Caller> signedIn = new HashMap<>();

    Stage(Ports ports, Secrets secrets) {
        this.gateway = ports.url(App.GATEWAY);
        this.signIn = new SignIn(gateway);
        this.secrets = secrets;
    }

    /**
     * The customer whom this run of the demo makes.
     *
     * @param account the one that the order is placed on; otherAccount is nobody's but the administrator's
     */
    record Customer(String enterprise, String account, String otherAccount, Caller admin, String orderContact) {}

    String gateway() {
        return gateway;
    }

    SignIn signIn() {
        return signIn;
    }

    /** A member of provider staff, or anybody else of the demo data, on no enterprise. */
    Caller staff(String username) {
        return person(username, secrets.of("user." + username));
    }

    Caller person(String username, String password) {
        return signedIn.computeIfAbsent(
                username, _ -> new Caller(gateway, new FreshToken(() -> signIn.person(username, password)), null));
    }

    Caller nobody() {
        return new Caller(gateway, () -> null, null);
    }

    Caller withToken(String token) {
        return new Caller(gateway, () -> token, null);
    }

    /** Business time. */
    Instant now() {
        return OrderAct.instant(
                staff(Cast.OPERATOR.username()).get("/api/v1/sandbox/clock").expect(200), "/now");
    }
}
