package io.controlcenter.billing.proration.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A monthly price from a date on. */
public record Rate(LocalDate effectiveFrom, BigDecimal amount) {}
