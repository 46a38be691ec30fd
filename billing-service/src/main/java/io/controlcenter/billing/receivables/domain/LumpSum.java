package io.controlcenter.billing.receivables.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * An amount given back of an invoice as a whole. It is spread over what is left of the lines, in proportion: so it takes
 * their taxes back at their rates, as an allowance on a document must (EN 16931, BR-32), and lowers what can be given back
 * of each of them later.
 */
public final class LumpSum {

    private LumpSum() {}

    /**
     * Rounds running sums: the parts add up to the amount, and none is more than what is left of its line.
     *
     * @param left of each line by its number, never negative
     * @param amount more than nothing, and at most the sum of what is left
     * @param scale decimal places of the currency
     * @return lines that get something
     */
    public static List<CreditNote.Line> over(SortedMap<Integer, BigDecimal> left, BigDecimal amount, int scale) {
        var whole = left.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var lines = new ArrayList<CreditNote.Line>();
        var passed = BigDecimal.ZERO;
        var given = BigDecimal.ZERO;
        for (var line : left.entrySet()) {
            passed = passed.add(line.getValue());
            var part = amount.multiply(passed)
                    .divide(whole, scale, RoundingMode.HALF_UP)
                    .subtract(given);
            given = given.add(part);
            if (part.signum() > 0) {
                lines.add(new CreditNote.Line(line.getKey().toString(), part));
            }
        }
        return lines;
    }
}
