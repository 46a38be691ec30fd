package io.controlcenter.billing.taxes.domain;

import java.math.BigDecimal;

/**
 * A tax, fee or surcharge that applies to a line.
 *
 * @param id of the rule; a rule's rate never changes, so that it says for ever what was applied
 * @param jurisdiction who raises it, for people
 * @param percent of the net amount
 */
public record Tax(long id, String code, String name, Kind kind, String jurisdiction, BigDecimal percent) {

    public Tax {
        percent = percent.stripTrailingZeros();
        percent = percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /** What it is; the difference matters to how a bill shows it and to EN 16931. */
    public enum Kind {
        /** Value added tax: at most one for a line. */
        VAT,
        TAX,
        FEE,
        SURCHARGE
    }
}
