package io.controlcenter.notification.content.domain;

/** A bill is ready: what is due, when, and the two ways on (rule 3). */
final class BillNotice {

    private BillNotice() {}

    static Notice of(BillFacts bill, Reader reader, Portal portal) {
        var due = Words.date(bill.dueDate());
        return new NoticeDraft(
                        "Your bill %s is ready: %s due %s".formatted(bill.invoiceNumber(), bill.amountDue(), due),
                        "Bill ready",
                        Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say(
                        bill.firstInvoice()
                                ? "Your first bill for account %s is ready. It may hold charges for part of a month, each with its calculation."
                                        .formatted(bill.accountId())
                                : "Your bill for account %s is ready.".formatted(bill.accountId()))
                .fact("Amount due", bill.amountDue().toString())
                .fact("Due date", due)
                .fact("Invoice", bill.invoiceNumber())
                .fact("Account", bill.accountId())
                .fact("Bill date", Words.date(bill.billDate()))
                .fact(
                        "Period",
                        Words.date(bill.period().start()) + " – "
                                + Words.date(bill.period().end().minusDays(1)))
                .action("View your bill", portal.bill(bill.invoiceNumber()))
                .action("Pay online", portal.pay(bill.invoiceNumber()))
                .footnote("Both links ask you to sign in. We never ask for a password or card number by e-mail.")
                .headed(
                        bill.amountDue() + " is due on " + due,
                        "Invoice %s for account %s.".formatted(bill.invoiceNumber(), bill.accountId()));
    }
}
