package io.controlcenter.billing.invoicing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What became of an issued invoice: how much of it is paid, credited and disputed, and so its state. A value; whoever
 * keeps the money changes it, saves it, and tells of it.
 *
 * @param amountDue with taxes, as issued; negative when more was given back than charged
 * @param paid payments applied to it
 * @param credited credit notes applied to it, as a positive amount
 * @param disputed withheld by open disputes; shielded from past due and late charges
 * @param pastDue the due date has passed with something undisputed open
 */
public record InvoiceStanding(
        long id,
        String invoiceNumber,
        String enterpriseId,
        String accountId,
        LocalDate billDate,
        LocalDate dueDate,
        String currency,
        BigDecimal amountDue,
        BigDecimal paid,
        BigDecimal credited,
        BigDecimal disputed,
        InvoiceState state,
        boolean pastDue,
        long version) {

    /** What is owed still; negative for a credit that was not used up. */
    public BigDecimal open() {
        return state == InvoiceState.WITHDRAWN
                ? BigDecimal.ZERO
                : amountDue.subtract(paid).subtract(credited);
    }

    /** What is due now. */
    public BigDecimal undisputedOpen() {
        return open().subtract(disputed).max(BigDecimal.ZERO);
    }

    /** @param total of all payments that are applied to it now */
    public InvoiceStanding withPaid(BigDecimal total) {
        return with(total, credited, disputed);
    }

    /** @param total of all credits that are applied to it now */
    public InvoiceStanding withCredited(BigDecimal total) {
        return with(paid, total, disputed);
    }

    /** @param total of all open disputes on it now */
    public InvoiceStanding withDisputed(BigDecimal total) {
        return with(paid, credited, total);
    }

    private InvoiceStanding with(BigDecimal newPaid, BigDecimal newCredited, BigDecimal newDisputed) {
        requireIssued();
        var after = copy(newPaid, newCredited, newDisputed, state, pastDue);
        var newState = after.derived();
        return after.copy(
                newPaid,
                newCredited,
                newDisputed,
                newState,
                pastDue && after.undisputedOpen().signum() > 0);
    }

    /** Nothing is past due of which nothing is due. */
    public InvoiceStanding withPastDue(boolean late) {
        requireIssued();
        return copy(paid, credited, disputed, state, late && undisputedOpen().signum() > 0);
    }

    /** All of it is taken back, before anything of it was paid or disputed. */
    public Withdrawal withdraw() {
        if (state != InvoiceState.ISSUED || disputed.signum() != 0) {
            return new Withdrawal.Refused(state, disputed.signum() != 0);
        }
        return new Withdrawal.Withdrawn(copy(paid, amountDue, disputed, InvoiceState.WITHDRAWN, false));
    }

    /** What became of the wish to take a whole invoice back. */
    public sealed interface Withdrawal {
        record Withdrawn(InvoiceStanding standing) implements Withdrawal {}

        /** Only an issued invoice that nobody has paid or disputed can be withdrawn. */
        record Refused(InvoiceState state, boolean inDispute) implements Withdrawal {}
    }

    private InvoiceState derived() {
        var isPaid = amountDue.signum() < 0 ? open().signum() >= 0 : open().signum() <= 0;
        if (isPaid && disputed.signum() == 0) {
            return InvoiceState.SETTLED;
        }
        return paid.signum() == 0 && credited.signum() == 0 ? InvoiceState.ISSUED : InvoiceState.PARTIALLY_PAID;
    }

    private void requireIssued() {
        if (state == InvoiceState.ON_HOLD || state == InvoiceState.WITHDRAWN) {
            throw new IllegalStateException(invoiceNumber + " is " + state + ": nothing can be owed of it");
        }
    }

    private InvoiceStanding copy(
            BigDecimal newPaid, BigDecimal newCredited, BigDecimal newDisputed, InvoiceState newState, boolean late) {
        return new InvoiceStanding(
                id,
                invoiceNumber,
                enterpriseId,
                accountId,
                billDate,
                dueDate,
                currency,
                amountDue,
                newPaid,
                newCredited,
                newDisputed,
                newState,
                late,
                version);
    }
}
