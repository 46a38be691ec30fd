package io.controlcenter.order.credit.domain;

import io.controlcenter.order.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a credit analyst decided.
 *
 * @param limit up to this much per month; null when declined
 * @param depositRequired null unless a deposit is required
 * @param terms in words, for the customer
 * @param score for the analysts' eyes only
 * @param validUntil last day on which the approval holds; null when declined
 */
public record CreditDecision(
        Verdict verdict,
        @Nullable Money limit,
        @Nullable Money depositRequired,
        @Nullable String terms,
        @Nullable Integer score,
        @Nullable LocalDate validUntil,
        Instant at,
        String by) {

    public enum Verdict {
        APPROVED(CreditState.APPROVED),
        APPROVED_WITH_DEPOSIT(CreditState.APPROVED_WITH_DEPOSIT),
        DECLINED(CreditState.DECLINED);

        private final CreditState state;

        Verdict(CreditState state) {
            this.state = state;
        }

        public CreditState state() {
            return state;
        }
    }
}
