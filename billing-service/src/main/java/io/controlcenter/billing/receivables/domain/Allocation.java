package io.controlcenter.billing.receivables.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which invoices an amount of money settles: as told, and the rest oldest invoice first (domain b.5, rule 11). No invoice
 * gets more than is open of it, and the parts and the rest add up to the amount.
 *
 * @param rest what is left as a credit
 */
public record Allocation(List<Part> parts, BigDecimal rest) {

    /** So much for one invoice. */
    public record Part(String invoiceNumber, BigDecimal amount) {}

    /** What the rest may be used for. */
    public enum Rest {
        /** What is due now. */
        UNDISPUTED,
        /** What is due now, then what is in dispute: somebody pays on purpose. */
        EVERYTHING
    }

    /** @param debts oldest first */
    public static Allocation of(BigDecimal amount, List<Part> told, List<Debt> debts, Rest rest) {
        var pot = new Pot(amount);
        var open = new LinkedHashMap<String, Debt>();
        debts.forEach(debt -> open.put(debt.invoiceNumber(), debt));
        for (var part : told) {
            var debt = open.get(part.invoiceNumber());
            if (debt != null) {
                pot.take(
                        part.invoiceNumber(), part.amount().min(debt.open().subtract(pot.given(part.invoiceNumber()))));
            }
        }
        debts.forEach(
                debt -> pot.take(debt.invoiceNumber(), debt.undisputed().subtract(pot.given(debt.invoiceNumber()))));
        if (rest == Rest.EVERYTHING) {
            debts.forEach(
                    debt -> pot.take(debt.invoiceNumber(), debt.open().subtract(pot.given(debt.invoiceNumber()))));
        }
        return pot.allocation();
    }

    /** What is told to more than is open of its invoice, or to an invoice of which nothing is. */
    public static List<Part> excess(List<Part> told, List<Debt> debts) {
        Map<String, BigDecimal> left = new LinkedHashMap<>();
        debts.forEach(debt -> left.put(debt.invoiceNumber(), debt.open()));
        var excess = new ArrayList<Part>();
        for (var part : told) {
            var after = left.getOrDefault(part.invoiceNumber(), BigDecimal.ZERO).subtract(part.amount());
            if (after.signum() < 0) {
                excess.add(part);
            }
            left.put(part.invoiceNumber(), after.max(BigDecimal.ZERO));
        }
        return excess;
    }

    private static final class Pot {

        private final Map<String, BigDecimal> given = new LinkedHashMap<>();
        private BigDecimal left;

        Pot(BigDecimal amount) {
            this.left = amount;
        }

        BigDecimal given(String invoiceNumber) {
            return given.getOrDefault(invoiceNumber, BigDecimal.ZERO);
        }

        void take(String invoiceNumber, BigDecimal wanted) {
            var taken = wanted.min(left);
            if (taken.signum() > 0) {
                given.merge(invoiceNumber, taken, BigDecimal::add);
                left = left.subtract(taken);
            }
        }

        Allocation allocation() {
            return new Allocation(
                    given.entrySet().stream()
                            .map(entry -> new Part(entry.getKey(), entry.getValue()))
                            .toList(),
                    left);
        }
    }
}
