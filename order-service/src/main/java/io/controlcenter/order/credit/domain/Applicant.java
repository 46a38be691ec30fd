package io.controlcenter.order.credit.domain;

import io.controlcenter.order.domain.Money;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for credit, and for how much.
 *
 * @param legalEntity the company that would owe
 * @param taxId never in clear; null until the application is to be submitted
 * @param requestedCredit per month
 * @param contact whom to tell of the decision
 */
public record Applicant(String legalEntity, @Nullable TaxId taxId, Money requestedCredit, Contact contact) {

    public record Contact(
            String name, String email, @Nullable String phone) {}

    /**
     * A tax number as it is kept.
     *
     * @param sealed encrypted
     * @param lastFour what people may see of it
     */
    public record TaxId(String sealed, String lastFour) {

        public String masked() {
            return "•••••" + lastFour;
        }

        @Override
        public String toString() {
            return masked();
        }
    }
}
