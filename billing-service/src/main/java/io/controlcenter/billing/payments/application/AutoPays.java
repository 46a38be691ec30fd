package io.controlcenter.billing.payments.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts that pay by themselves. */
public interface AutoPays {

    Optional<AutoPay> find(String accountId);

    void save(AutoPay autoPay);

    void remove(String accountId);

    /** Open invoices that are due where the account is, since its enrolment, and were not tried yet. */
    List<Due> due(Instant now, int limit);

    record Due(String accountId, String invoiceNumber) {}
}
