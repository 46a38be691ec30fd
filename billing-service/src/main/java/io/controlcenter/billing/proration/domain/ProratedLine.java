package io.controlcenter.billing.proration.domain;

import java.math.BigDecimal;

/** What one slice costs, or what is given back for a part of it. */
public record ProratedLine(Type type, Period coverage, BigDecimal net, Proration proration) {

    /** A credit of no more than this, which is negative. */
    public ProratedLine atLeast(BigDecimal lowest) {
        return net.compareTo(lowest) >= 0 ? this : new ProratedLine(type, coverage, lowest, proration);
    }

    public enum Type {
        /** A whole cycle. */
        RECURRING,
        /** A part of a cycle. */
        PARTIAL,
        /** Given back of an earlier line; the amount is negative. */
        CREDIT
    }
}
