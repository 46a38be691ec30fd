package io.controlcenter.notification.paperless;

import io.controlcenter.notification.paperless.domain.Authorization;
import io.controlcenter.notification.paperless.domain.Cycle;
import io.controlcenter.notification.paperless.domain.Delivery;
import io.controlcenter.notification.paperless.domain.DeliveryPreference;
import io.controlcenter.notification.paperless.domain.Outcome;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes how an account gets its bills, at a customer's wish and when its cycle comes. */
@Component
@Transactional
class DeliveringBills {

    private static final String TOPIC = "notification.delivery-preference.v1";
    private final DeliveryPreferences preferences;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    DeliveringBills(DeliveryPreferences preferences, Outbox outbox, AuditTrail audit, Clock clock) {
        this.preferences = preferences;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The data of {@code notification.delivery-preference.changed.v1}; delivery is what applies now. */
    record Changed(
            String accountId,
            String enterpriseId,
            String state,
            Delivery delivery,
            @Nullable LocalDate effectiveOn) {}

    DeliveryPreference find(String accountId) {
        return kept(accountId).preference();
    }

    private DeliveryPreferences.Kept kept(String accountId) {
        return preferences
                .find(accountId)
                .orElseThrow(() -> Problem.notFound("The delivery preference of account " + accountId));
    }

    Outcome change(String accountId, Delivery wanted, @Nullable Authorization agreed, IfMatch ifMatch, Caller caller) {
        var kept = kept(accountId);
        var before = kept.preference();
        ifMatch.require(before.version());
        var now = clock.instant();
        var nextCycle = new Cycle(kept.cycleDay()).next(LocalDate.ofInstant(now, kept.zone()));
        var outcome = wanted.isPaper()
                ? before.returnToPaper(wanted, caller.subject(), now, nextCycle)
                : before.enrol(caller.subject(), agreed, now, nextCycle);
        if (outcome instanceof Outcome.Done(var after)) {
            write(before, after);
        }
        return outcome;
    }

    boolean onCycle(DeliveryPreferences.Kept kept, Instant now) {
        var before = kept.preference();
        write(before, before.onCycle(LocalDate.ofInstant(now, kept.zone()), now));
        return true;
    }

    private void write(DeliveryPreference before, DeliveryPreference after) {
        if (after.version() == before.version()) {
            return;
        }
        preferences.save(after);
        audit.record(after.enterpriseId(), "delivery.changed", "delivery-preference", after.accountId(), before, after);
        outbox.append(new OutboxEvent(
                TOPIC,
                "notification.delivery-preference.changed.v1",
                after.accountId(),
                after.enterpriseId(),
                after.accountId(),
                after.version(),
                new Changed(
                        after.accountId(),
                        after.enterpriseId(),
                        after.state().wire(),
                        after.delivery(),
                        after.effectiveOn())));
    }
}
