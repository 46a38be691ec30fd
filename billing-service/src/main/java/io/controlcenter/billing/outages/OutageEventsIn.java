package io.controlcenter.billing.outages;

import io.controlcenter.billing.accounts.application.AccountOwners;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What repair found creditable becomes a proposal, once. */
@Component
class OutageEventsIn {

    private final ProposingCredits proposing;
    private final AccountOwners owners;

    OutageEventsIn(ProposingCredits proposing, AccountOwners owners) {
        this.proposing = proposing;
        this.owners = owners;
    }

    /** What billing reads of {@code repair.outage.creditable.v1}; the minutes are those that count. */
    record CreditableOutage(
            String ticketNumber,
            String accountId,
            String serviceId,
            @Nullable String circuitId,
            Instant outageStart,
            Instant outageEnd,
            int minutes,
            int excludedMinutes) {}

    @OnEvent(topic = "repair.ticket.v1", type = "repair.outage.creditable.v1")
    void creditable(Event<CreditableOutage> event) {
        var told = Objects.requireNonNull(event.enterpriseId(), "whose outage");
        proposing.propose(owners.actFor(event.data().accountId(), told), event.data());
    }
}
