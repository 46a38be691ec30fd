package io.controlcenter.identity.enterprises;

import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells the other domains of enterprises and their accounts. */
@Component
class EnterpriseEventsOut {

    private final Outbox outbox;

    EnterpriseEventsOut(Outbox outbox) {
        this.outbox = outbox;
    }

    void created(Enterprise enterprise) {
        send("identity.enterprise.created.v1", enterprise);
    }

    void updated(Enterprise enterprise) {
        send("identity.enterprise.updated.v1", enterprise);
    }

    private void send(String type, Enterprise enterprise) {
        var data = new EnterpriseMessages.EnterpriseState(
                enterprise.enterpriseId(),
                enterprise.name(),
                enterprise.customName(),
                enterprise.segment().name(),
                enterprise.status().name(),
                enterprise.customerNumbers().stream()
                        .map(number -> new EnterpriseMessages.NumberAndName(number.number(), number.name()))
                        .toList());
        var id = enterprise.enterpriseId();
        outbox.append(new OutboxEvent("identity.enterprise.v1", type, id, id, null, enterprise.version(), data));
    }

    void added(BillingAccount account) {
        var data = new EnterpriseMessages.AccountAdded(
                account.accountId(),
                account.enterpriseId(),
                account.customerNumber(),
                account.name(),
                account.segment().name(),
                account.timeZone(),
                account.currency(),
                account.status());
        outbox.append(new OutboxEvent(
                "identity.account.v1",
                "identity.account.added.v1",
                account.accountId(),
                account.enterpriseId(),
                account.accountId(),
                account.version(),
                data));
    }

    void removed(BillingAccount account, long version) {
        outbox.append(new OutboxEvent(
                "identity.account.v1",
                "identity.account.removed.v1",
                account.accountId(),
                account.enterpriseId(),
                account.accountId(),
                version,
                new EnterpriseMessages.AccountRemoved(account.accountId(), account.enterpriseId())));
    }

    /** Beside {@link #removed} from the one and {@link #added} to the other. */
    void moved(BillingAccount account, String fromEnterpriseId, Instant at) {
        outbox.append(new OutboxEvent(
                "identity.account.v1",
                "identity.account.moved.v1",
                account.accountId(),
                account.enterpriseId(),
                account.accountId(),
                account.version(),
                new EnterpriseMessages.AccountMoved(
                        account.accountId(), fromEnterpriseId, account.enterpriseId(), at)));
    }
}
