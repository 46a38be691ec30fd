package io.controlcenter.billing.accounts.application;

import io.controlcenter.billing.accounts.domain.BillingContact;
import io.controlcenter.billing.accounts.domain.BillingMode;
import io.controlcenter.billing.accounts.domain.Delivery;
import java.time.ZoneId;

/** Open this account. */
public record OpenAccount(
        String enterpriseId,
        String customerNumber,
        String name,
        String currency,
        ZoneId timeZone,
        int billCycleDay,
        BillingMode billingMode,
        int paymentTermsDays,
        Delivery delivery,
        BillingContact billingContact) {}
