package io.controlcenter.identity.clients;

import io.controlcenter.identity.secrets.Secrets;
import io.controlcenter.platform.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Clients' secrets: made here, said once, and two at a time so that a client can change from one to the other. */
@Component
class ClientSecrets {

    private static final int AT_ONCE = 2;
    private final ClientRows rows;
    private final ClientChanges changes;
    private final Clock clock;

    ClientSecrets(ClientRows rows, ClientChanges changes, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param secret said once and never again */
    record Made(String secretId, String secret) {}

    record Issued(ApiClient client, Made made) {}

    Made make(String clientId, @Nullable Instant expiresAt) {
        var made = new Made("secret-" + Secrets.next().substring(0, 12), Secrets.next());
        rows.addSecret(
                clientId,
                new ApiClient.Secret(made.secretId(), clock.instant(), expiresAt),
                Secrets.hash(made.secret()));
        return made;
    }

    /**
     * Another secret beside the present one.
     *
     * @param othersValidFor how long the present one goes on working; null for as long as nobody ends it
     */
    @Transactional
    Issued rotate(
            String clientId,
            LongConsumer expected,
            ClientAdministrator by,
            @Nullable Instant expiresAt,
            @Nullable Duration othersValidFor) {
        var before = changes.working(clientId, expected);
        by.requireAtLeast(before);
        if (before.kind() != ApiClient.Kind.CONFIDENTIAL) {
            throw Problem.conflict("client-has-no-secrets", "A public client cannot keep a secret.");
        }
        if (before.validSecrets(clock.instant()).size() >= AT_ONCE) {
            throw Problem.conflict("too-many-secrets", "Two secrets work already; end one of them first.");
        }
        rows.removeExpired(clientId);
        var made = make(clientId, expiresAt);
        if (othersValidFor != null) {
            rows.endSecrets(clientId, made.secretId(), clock.instant().plus(othersValidFor));
        }
        return new Issued(changes.saved("client.secret-added", before, before), made);
    }

    @Transactional
    ApiClient end(String clientId, LongConsumer expected, String secretId) {
        var before = changes.working(clientId, expected);
        if (!rows.removeSecret(clientId, secretId)) {
            throw Problem.notFound("The secret " + secretId);
        }
        changes.requireCredential(rows.require(clientId));
        return changes.saved("client.secret-ended", before, before);
    }
}
