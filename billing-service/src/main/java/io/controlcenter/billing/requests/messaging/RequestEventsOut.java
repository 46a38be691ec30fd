package io.controlcenter.billing.requests.messaging;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.requests.application.RequestJournal;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.messaging.RequestMessages.ContactTold;
import io.controlcenter.billing.requests.messaging.RequestMessages.CoordinatorTold;
import io.controlcenter.billing.requests.messaging.RequestMessages.RequestTold;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what happens to billing requests. */
@Component
class RequestEventsOut implements RequestJournal {

    private final Outbox outbox;

    RequestEventsOut(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void tell(BillingRequest request, Happened happened) {
        outbox.append(new OutboxEvent(
                "billing.request.v1",
                happened.what().type(),
                request.requestNumber(),
                request.enterpriseId(),
                request.accountId(),
                request.version(),
                told(request, happened)));
    }

    private static RequestTold told(BillingRequest request, Happened happened) {
        var subject = request.subject();
        var resolution = request.resolution();
        var from = happened.from();
        var disputed = happened.disputed();
        var credit = resolution == null ? null : resolution.creditAmount();
        return new RequestTold(
                request.requestNumber(),
                request.accountId(),
                subject.type(),
                subject.subtype(),
                subject.channel().name(),
                subject.invoiceNumber(),
                request.state().wire(),
                request.state().displayStatus(),
                from == null ? null : from.wire(),
                request.clock().dueAt(),
                coordinator(request.coordinator()),
                new ContactTold(
                        request.contact().name(),
                        request.contact().email(),
                        request.contact().phone()),
                money(disputed == null ? null : disputed.withTaxes(), request),
                money(disputed == null ? null : disputed.net(), request),
                money(disputed == null || credit == null ? null : disputed.credit(), request),
                money(credit, request),
                resolution == null ? null : resolution.outcome().name(),
                happened.text(),
                happened.at());
    }

    private static @Nullable CoordinatorTold coordinator(BillingRequest.@Nullable Coordinator coordinator) {
        return coordinator == null
                ? null
                : new CoordinatorTold(
                        coordinator.userId(), coordinator.name(), coordinator.phone(), coordinator.email());
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, BillingRequest request) {
        return amount == null ? null : Money.of(amount, request.currency());
    }
}
