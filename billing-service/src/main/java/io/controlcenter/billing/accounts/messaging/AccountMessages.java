package io.controlcenter.billing.accounts.messaging;

import io.controlcenter.billing.accounts.domain.BillingContact;
import io.controlcenter.billing.accounts.domain.BillingMode;
import io.controlcenter.billing.accounts.domain.Delivery;
import java.time.Instant;

/** The data of the events on {@code billing.account.v1}. */
interface AccountMessages {

    record Created(
            String accountId,
            String name,
            String enterpriseId,
            String customerNumber,
            String segment,
            String currency,
            String timeZone,
            int billCycleDay,
            BillingMode billingMode,
            Delivery delivery,
            BillingContact billingContact,
            Instant createdAt) {}

    /** What can change of an account, as it is now. */
    record Updated(
            String accountId,
            String enterpriseId,
            String segment,
            String timeZone,
            int billCycleDay,
            BillingMode billingMode,
            int paymentTermsDays,
            String prorationPolicyId,
            Delivery delivery,
            BillingContact billingContact) {}

    record DeliveryChanged(String accountId, Delivery delivery) {}
}
