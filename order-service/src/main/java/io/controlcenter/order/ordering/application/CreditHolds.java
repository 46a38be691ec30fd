package io.controlcenter.order.ordering.application;

/** Accounts that billing put on credit hold: they keep their drafts and submit nothing. */
public interface CreditHolds {

    boolean isOnHold(String accountId);
}
