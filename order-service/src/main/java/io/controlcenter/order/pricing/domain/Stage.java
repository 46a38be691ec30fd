package io.controlcenter.order.pricing.domain;

/** How far an order has come, as far as the price of changing or cancelling it goes (domain b.2, rule 3). */
public enum Stage {
    PRE_ENGINEERING,
    POST_ENGINEERING,
    PRE_START
}
