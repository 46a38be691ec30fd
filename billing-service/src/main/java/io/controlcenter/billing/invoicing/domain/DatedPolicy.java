package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.proration.domain.ProrationPolicy;
import java.time.LocalDate;

/** The policy of an account for dates and cycles from a day on. */
public record DatedPolicy(LocalDate effectiveFrom, ProrationPolicy policy) {}
