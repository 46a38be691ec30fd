package io.controlcenter.billing.outages;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.outages.domain.OutageCredit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A proposed credit with its calculation: monthly price × minutes ÷ minutes of the month. */
@Schema(name = "OutageCredit")
record OutageCreditView(
        @Schema(example = "OC-10000001") String proposalId,
        String href,
        String enterpriseId,
        String accountId,
        String serviceId,
        @Nullable String circuitId,
        String ticketNumber,
        Instant outageStart,
        Instant outageEnd,
        @Schema(description = "That count") int minutes,

        @Schema(description = "That do not, such as waiting for access")
        int excludedMinutes,

        Money monthlyAmount,
        @Schema(description = "Where the account is") int minutesInMonth,
        Money amount,
        OutageCredit.State state,
        Instant proposedAt,
        @Nullable DecisionView decision) {

    @Schema(name = "OutageCreditDecision")
    record DecisionView(
            Instant at,
            String by,
            String text,

            @Nullable @Schema(description = "On the account's next invoice; absent when it was declined")
            Money credited) {}

    static OutageCreditView of(OutageCredit credit) {
        var decision = credit.decision();
        return new OutageCreditView(
                credit.proposalId(),
                "/api/v1/outage-credits/" + credit.proposalId(),
                credit.enterpriseId(),
                credit.accountId(),
                credit.serviceId(),
                credit.circuitId(),
                credit.ticketNumber(),
                credit.outageStart(),
                credit.outageEnd(),
                credit.minutes(),
                credit.excludedMinutes(),
                Money.of(credit.monthlyAmount(), credit.currency()),
                credit.minutesInMonth(),
                Money.of(credit.amount(), credit.currency()),
                credit.state(),
                credit.proposedAt(),
                decision == null ? null : decision(credit, decision));
    }

    private static DecisionView decision(OutageCredit credit, OutageCredit.Decision decision) {
        var credited = decision.credited();
        return new DecisionView(
                decision.at(),
                decision.by(),
                decision.text(),
                credited == null ? null : Money.of(credited, credit.currency()));
    }
}
