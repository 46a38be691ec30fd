package io.controlcenter.billing.proration.domain;

import java.math.BigDecimal;

/** A part of one cycle in which one price holds. */
public record Slice(Period period, BigDecimal rate, DateSource from, DateSource to) {}
