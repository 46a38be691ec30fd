package io.controlcenter.billing.receivables.domain;

import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/**
 * What an account owes on a day: open invoices and what is to be billed anew, less money and credits not applied yet
 * (domain b.5, rule 12).
 *
 * @param balance negative when the account has more credit than debt
 * @param dueNow what is not in dispute, less unapplied credit; never negative
 * @param disputed withheld by open disputes
 * @param pastDue undisputed and after its due date
 * @param returned what had been paid back of payments that bounced; due with the next invoice
 */
public record Balance(
        BigDecimal balance,
        BigDecimal dueNow,
        BigDecimal disputed,
        BigDecimal pastDue,
        BigDecimal unapplied,
        BigDecimal returned,
        Aging aging) {

    /** Open amounts by how many days they are past due. */
    public record Aging(
            BigDecimal current,
            BigDecimal days1To30,
            BigDecimal days31To60,
            BigDecimal days61To90,
            BigDecimal over90Days) {}

    public static Balance of(
            List<InvoiceStanding> invoices, BigDecimal unapplied, BigDecimal returned, LocalDate today) {
        var open = sum(invoices, InvoiceStanding::open);
        var undisputed = sum(invoices, InvoiceStanding::undisputedOpen);
        return new Balance(
                open.add(returned).subtract(unapplied),
                undisputed.subtract(unapplied).max(BigDecimal.ZERO),
                sum(invoices, Balance::withheld),
                sum(late(invoices, today, 1, Integer.MAX_VALUE), InvoiceStanding::undisputedOpen),
                unapplied,
                returned,
                aging(invoices, today));
    }

    /** Days after the due date; 0 on it and before. */
    public static int daysPastDue(InvoiceStanding invoice, LocalDate today) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(invoice.dueDate(), today));
    }

    private static BigDecimal withheld(InvoiceStanding invoice) {
        return invoice.open().max(BigDecimal.ZERO).min(invoice.disputed());
    }

    private static Aging aging(List<InvoiceStanding> invoices, LocalDate today) {
        return new Aging(
                sum(late(invoices, today, 0, 0), InvoiceStanding::open),
                sum(late(invoices, today, 1, 30), InvoiceStanding::open),
                sum(late(invoices, today, 31, 60), InvoiceStanding::open),
                sum(late(invoices, today, 61, 90), InvoiceStanding::open),
                sum(late(invoices, today, 91, Integer.MAX_VALUE), InvoiceStanding::open));
    }

    private static List<InvoiceStanding> late(List<InvoiceStanding> invoices, LocalDate today, int from, int to) {
        return invoices.stream()
                .filter(invoice -> daysPastDue(invoice, today) >= from && daysPastDue(invoice, today) <= to)
                .toList();
    }

    private static BigDecimal sum(List<InvoiceStanding> invoices, Function<InvoiceStanding, BigDecimal> part) {
        return invoices.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
