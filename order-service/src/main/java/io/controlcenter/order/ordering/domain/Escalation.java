package io.controlcenter.order.ordering.domain;

/** To whom at the customer escalations desk an order was taken; each time one step higher. */
public record Escalation(Level level, String reason) {

    public enum Level {
        CCM_MANAGER,
        DIRECTOR,
        VP
    }
}
