package io.controlcenter.order.credit.messaging;

import io.controlcenter.order.credit.application.CreditJournal;
import io.controlcenter.order.credit.domain.Applicant;
import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.order.credit.domain.CreditState;
import io.controlcenter.order.domain.Money;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of credit decisions. */
@Component
class CreditEventsOut implements CreditJournal {

    private final Outbox outbox;

    CreditEventsOut(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param decision APPROVED, APPROVED_WITH_DEPOSIT or DECLINED; what led to it is nobody else's */
    record Decided(
            String applicationNumber,
            String accountId,
            String decision,
            @Nullable Money limit,
            @Nullable Money depositRequired,
            @Nullable LocalDate validUntil,
            Instant at,
            Applicant.Contact contact) {}

    @Override
    public void write(@Nullable CreditState from, CreditApplication application, @Nullable String text) {
        var decision = application.decision();
        if (from == CreditState.IN_REVIEW && decision != null) {
            outbox.append(new OutboxEvent(
                    "order.credit.v1",
                    "order.credit.decided.v1",
                    application.applicationNumber(),
                    application.enterpriseId(),
                    application.accountId(),
                    application.version(),
                    new Decided(
                            application.applicationNumber(),
                            application.accountId(),
                            decision.verdict().name(),
                            decision.limit(),
                            decision.depositRequired(),
                            decision.validUntil(),
                            decision.at(),
                            application.applicant().contact())));
        }
    }
}
