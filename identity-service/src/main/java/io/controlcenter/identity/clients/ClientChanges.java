package io.controlcenter.identity.clients;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.problem.Problem;
import java.time.Clock;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every change of a client takes: that it may be changed, and that everybody concerned hears of it. */
@Component
class ClientChanges {

    private final ClientRows rows;
    private final Registrations registrations;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ClientChanges(ClientRows rows, Registrations registrations, Outbox outbox, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.registrations = registrations;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** One that is not out of use for good, and that whoever asks may change by themselves. */
    ApiClient working(String clientId, LongConsumer expected) {
        var client = own(clientId, expected);
        if (client.status() == ApiClient.Status.DISABLED) {
            throw Problem.conflict("client-disabled", "A disabled client stays as it is.");
        }
        return client;
    }

    ApiClient own(String clientId, LongConsumer expected) {
        var client = rows.require(clientId);
        expected.accept(client.version());
        if (client.shared()) {
            throw Problem.conflict(
                    "client-shared",
                    "This client does not work for this enterprise alone; delete it here, or ask the provider.");
        }
        return client;
    }

    void requireCredential(ApiClient client) {
        if (!client.canProveItself(clock.instant())) {
            throw Problem.conflict(
                    "last-credential", "The client could not prove itself any more; disable it instead.");
        }
    }

    ApiClient saved(String what, ApiClient before, ApiClient wanted) {
        if (!rows.save(wanted)) {
            throw Problem.conflict("stale-version", "Somebody else changed this meanwhile; read it again.");
        }
        return told(what, before, rows.reread(wanted.clientId()));
    }

    /** To the authorization server, to the gateway, and to the audit of every enterprise that it is or was bound to. */
    ApiClient told(String what, @Nullable ApiClient before, ApiClient after) {
        register(after);
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
        concerned.forEach(enterprise -> audit.record(
                enterprise,
                what,
                "client",
                after.clientId(),
                before == null ? null : before.seenBy(enterprise),
                after.seenBy(enterprise)));
        audit.record(null, what, "client", after.clientId(), before, after);
        return after;
    }

    private void register(ApiClient client) {
        if (client.status() != ApiClient.Status.ACTIVE) {
            registrations.remove(client.clientId());
        } else if (client.kind() == ApiClient.Kind.PUBLIC) {
            registrations.putPublic(
                    client.clientId(), client.name(), client.redirectUris(), client.postLogoutRedirectUris());
        } else {
            registrations.putConfidential(client, ClientSecretEncoder.join(rows.hashes(client.clientId())));
        }
    }
}
