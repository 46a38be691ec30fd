package io.controlcenter.billing.accounts.domain;

/** Whom bills are addressed to. */
public record BillingContact(String name, String email) {}
