package io.controlcenter.identity.clients;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.controlcenter.platform.problem.Violation;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a client's public keys have to be, so that nobody sends a private one, or one that is too weak. */
final class ClientKeys {

    private static final int MOST = 5;
    private static final int SMALLEST_RSA = 2048;
    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384);

    private ClientKeys() {}

    /** What is wrong with a key set; empty when it will do. */
    static List<Violation> judge(String at, Map<String, Object> jwks) {
        try {
            var keys = JWKSet.parse(jwks).getKeys();
            if (keys.isEmpty() || keys.size() > MOST) {
                return List.of(Violation.invalid(at + "/keys", "Has 1 to " + MOST + " keys."));
            }
            return judge(at, keys);
        } catch (ParseException e) {
            return List.of(Violation.invalid(at, "This is no JSON Web Key Set."));
        }
    }

    private static List<Violation> judge(String at, List<JWK> keys) {
        var violations = new ArrayList<Violation>();
        var ids = new HashSet<String>();
        for (int i = 0; i < keys.size(); i++) {
            var here = at + "/keys/" + i;
            var key = keys.get(i);
            if (key.isPrivate()) {
                violations.add(Violation.invalid(here, "Keep the private key to yourself; register the public one."));
            }
            if (!isStrong(key)) {
                violations.add(Violation.invalid(here, "Is an EC key on P-256 or P-384, or an RSA key of 2048 bits."));
            }
            if (key.getKeyID() == null || !ids.add(key.getKeyID())) {
                violations.add(Violation.invalid(here + "/kid", "Each key has a kid of its own."));
            }
        }
        return violations;
    }

    private static boolean isStrong(JWK key) {
        return switch (key) {
            case ECKey curve -> CURVES.contains(curve.getCurve());
            case RSAKey rsa -> rsa.size() >= SMALLEST_RSA;
            default -> false;
        };
    }

    /** As it is stored: the public parts and nothing else. */
    static String text(Map<String, Object> jwks) {
        try {
            return JWKSet.parse(jwks).toPublicJWKSet().toString();
        } catch (ParseException e) {
            throw new IllegalArgumentException("Judged before", e);
        }
    }
}
