package io.controlcenter.order.domain;

import java.math.BigDecimal;

/** An amount in the smallest unit that its currency writes, such as cents. */
public record Money(BigDecimal amount, String currency) {}
