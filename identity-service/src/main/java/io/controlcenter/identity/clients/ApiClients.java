package io.controlcenter.identity.clients;

import io.controlcenter.identity.enterprises.Enterprises;
import io.controlcenter.identity.secrets.Secrets;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The API's clients, what each may do where, and how it proves itself. */
@Component
class ApiClients {

    private static final int SECRETS_AT_ONCE = 2;
    private final ClientRows rows;
    private final Clock clock;
    private final Registrations registrations;
    private final Enterprises enterprises;
    private final Outbox outbox;
    private final AuditTrail audit;

    ApiClients(
            ClientRows rows,
            Clock clock,
            Registrations registrations,
            Enterprises enterprises,
            Outbox outbox,
            AuditTrail audit) {
        this.rows = rows;
        this.clock = clock;
        this.registrations = registrations;
        this.enterprises = enterprises;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** A client as asked for. */
    record NewClient(
            @Nullable String clientId,
            String name,
            ApiClient.Kind kind,
            List<String> redirectUris,
            List<String> postLogoutRedirectUris,
            List<String> permissions,
            List<String> enterpriseIds,
            @Nullable String jwks) {}

    /**
     * @param secretId and secret: of the one that was made now, said once and never again; null where none was
     */
    record Issued(
            ApiClient client,
            @Nullable String secretId,
            @Nullable String secret) {}

    /** A partner's program gets a secret unless it brought keys. */
    @Transactional
    Issued register(NewClient wanted) {
        requireEnterprises(wanted.enterpriseIds());
        var clientId = wanted.clientId() == null ? "client-" + Secrets.next().substring(0, 16) : wanted.clientId();
        var client = new ApiClient(
                clientId,
                wanted.name(),
                wanted.kind(),
                ApiClient.Status.ACTIVE,
                wanted.redirectUris(),
                wanted.postLogoutRedirectUris(),
                wanted.permissions(),
                wanted.enterpriseIds(),
                wanted.jwks(),
                List.of(),
                clock.instant(),
                1);
        if (!rows.add(client)) {
            throw Problem.conflict("client-id-taken", "The client id " + clientId + " is taken.");
        }
        var needsSecret = wanted.kind() == ApiClient.Kind.CONFIDENTIAL && wanted.jwks() == null;
        var secret = needsSecret ? addSecret(clientId, null) : null;
        var added = told("client.registered", null, rows.require(clientId));
        return new Issued(
                added, secret == null ? null : added.secrets().getLast().secretId(), secret);
    }

    private String addSecret(String clientId, @Nullable Instant expiresAt) {
        var secret = Secrets.next();
        var id = "secret-" + Secrets.next().substring(0, 12);
        rows.addSecret(clientId, new ApiClient.Secret(id, clock.instant(), expiresAt), Secrets.hash(secret));
        return secret;
    }

    void requireEnterprises(List<String> enterpriseIds) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < enterpriseIds.size(); i++) {
            if (enterprises.find(enterpriseIds.get(i)).isEmpty()) {
                violations.add(Violation.referenceNotFound("/enterpriseIds/" + i, "There is no such enterprise."));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    /**
     * Another secret beside the present one.
     *
     * @param othersValidFor how long the present one goes on working; null for as long as nobody ends it
     */
    @Transactional
    Issued rotateSecret(
            String clientId, LongConsumer expected, @Nullable Instant expiresAt, @Nullable Duration othersValidFor) {
        var before = working(clientId, expected);
        if (before.kind() != ApiClient.Kind.CONFIDENTIAL) {
            throw Problem.conflict("client-has-no-secrets", "A public client cannot keep a secret.");
        }
        if (before.validSecrets(clock.instant()).size() >= SECRETS_AT_ONCE) {
            throw Problem.conflict("too-many-secrets", "Two secrets work already; end one of them first.");
        }
        rows.removeExpired(clientId);
        var secret = addSecret(clientId, expiresAt);
        var secretId = rows.require(clientId).secrets().getLast().secretId();
        if (othersValidFor != null) {
            rows.endSecrets(clientId, secretId, clock.instant().plus(othersValidFor));
        }
        return new Issued(saved("client.secret-added", before, before), secretId, secret);
    }

    @Transactional
    ApiClient endSecret(String clientId, LongConsumer expected, String secretId) {
        var before = working(clientId, expected);
        if (!rows.removeSecret(clientId, secretId)) {
            throw Problem.notFound("The secret " + secretId);
        }
        requireCredential(rows.require(clientId));
        return saved("client.secret-ended", before, before);
    }

    private void requireCredential(ApiClient client) {
        if (client.kind() == ApiClient.Kind.CONFIDENTIAL
                && client.jwks() == null
                && client.validSecrets(clock.instant()).isEmpty()) {
            throw Problem.conflict(
                    "last-credential", "The client could not prove itself any more; disable it instead.");
        }
    }

    /** @param change of name, redirects, permissions, enterprises and keys */
    @Transactional
    ApiClient change(String clientId, LongConsumer expected, UnaryOperator<ApiClient> change) {
        var before = working(clientId, expected);
        var wanted = change.apply(before);
        if (wanted.equals(before)) {
            return before;
        }
        requireEnterprises(wanted.enterpriseIds());
        requireCredential(wanted);
        return saved("client.changed", before, wanted);
    }

    private ApiClient working(String clientId, LongConsumer expected) {
        var client = rows.require(clientId);
        expected.accept(client.version());
        if (client.status() == ApiClient.Status.DISABLED) {
            throw Problem.conflict("client-disabled", "A disabled client stays as it is.");
        }
        return client;
    }

    /** Every token of the client stops working within seconds. */
    @Transactional
    ApiClient move(String clientId, LongConsumer expected, ApiClient.Status to) {
        var before = rows.require(clientId);
        expected.accept(before.version());
        if (before.status() == to) {
            return before;
        }
        if (before.status() == ApiClient.Status.DISABLED) {
            throw Problem.conflict("client-disabled", "A disabled client stays as it is.");
        }
        return saved("client." + to.name().toLowerCase(Locale.ROOT), before, before.moved(to));
    }

    private ApiClient saved(String what, ApiClient before, ApiClient wanted) {
        if (!rows.save(wanted)) {
            throw Problem.conflict("stale-version", "Somebody else changed this meanwhile; read it again.");
        }
        return told(what, before, rows.require(wanted.clientId()));
    }

    /** To the authorization server, to the gateway, and to the audit of every enterprise that it is or was bound to. */
    private ApiClient told(String what, @Nullable ApiClient before, ApiClient after) {
        if (after.status() != ApiClient.Status.ACTIVE) {
            registrations.remove(after.clientId());
        } else if (after.kind() == ApiClient.Kind.PUBLIC) {
            registrations.putPublic(
                    after.clientId(), after.name(), after.redirectUris(), after.postLogoutRedirectUris());
        } else {
            registrations.putConfidential(after, ClientSecretEncoder.join(rows.hashes(after.clientId())));
        }
        outbox.append(new OutboxEvent(
                "identity.client.v1",
                "identity.client.changed.v1",
                after.clientId(),
                null,
                null,
                after.version(),
                new ClientMessages.ClientChanged(
                        after.clientId(), after.status().name())));
        var concerned = new TreeSet<>(after.enterpriseIds());
        if (before != null) {
            concerned.addAll(before.enterpriseIds());
        }
        concerned.forEach(enterprise -> audit.record(enterprise, what, "client", after.clientId(), before, after));
        audit.record(null, what, "client", after.clientId(), before, after);
        return after;
    }

    @Transactional(readOnly = true)
    ApiClient require(String clientId) {
        return rows.require(clientId);
    }

    @Transactional(readOnly = true)
    Page<ApiClient> list(ListRequest request) {
        return rows.list(request);
    }
}
