package io.controlcenter.notification.content.domain;

/** A bill is ready: what is due, when, and the two ways on (rule 3). One that gives money back asks for none. */
final class BillNotice {

    private BillNotice() {}

    static Notice of(BillFacts bill, Reader reader, Portal portal) {
        return switch (bill.amountDue().amount().signum()) {
            case 1 -> due(bill, reader, portal);
            case 0 -> settled(bill, reader, portal);
            default -> credit(bill, reader, portal);
        };
    }

    /** For those whom the account names, who need not be users. */
    static Notice pdf(InvoicePdfFacts pdf, Reader reader, Portal portal) {
        var number = pdf.invoiceNumber();
        return new NoticeDraft("Invoice %s as PDF".formatted(number), "Invoice", Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say(
                        pdf.pdf() == null
                                ? "Invoice %s for account %s is ready. Please sign in to open it."
                                        .formatted(number, pdf.accountId())
                                : "Invoice %s for account %s is attached.".formatted(number, pdf.accountId()))
                .fact("Invoice", number)
                .fact("Account", pdf.accountId())
                .fact("Bill date", Words.date(pdf.billDate()))
                .fact("Due date", Words.date(pdf.dueDate()))
                .action("View the bill", portal.bill(number))
                .footnote("The link asks you to sign in. We never ask for a password or card number by e-mail.")
                .because("account %s has its invoices sent to this address.".formatted(pdf.accountId()))
                .headed("Invoice " + number, "Invoice %s for account %s.".formatted(number, pdf.accountId()));
    }

    private static Notice due(BillFacts bill, Reader reader, Portal portal) {
        var due = Words.date(bill.dueDate());
        var draft = ready(bill, "%s due %s".formatted(bill.amountDue(), due), reader)
                .fact("Amount due", bill.amountDue().toString())
                .fact("Due date", due);
        return which(draft, bill, portal)
                .action("Pay online", portal.pay(bill.invoiceNumber()))
                .footnote("Both links ask you to sign in. We never ask for a password or card number by e-mail.")
                .headed(bill.amountDue() + " is due on " + due, summary(bill));
    }

    private static Notice settled(BillFacts bill, Reader reader, Portal portal) {
        var draft = ready(bill, "nothing to pay", reader)
                .say("There is nothing to pay.")
                .fact("Amount due", bill.amountDue().toString());
        return unpayable(draft, bill, portal).headed("There is nothing to pay", summary(bill));
    }

    private static Notice credit(BillFacts bill, Reader reader, Portal portal) {
        var credit = bill.amountDue().negated();
        var draft = ready(bill, "a credit of " + credit, reader)
                .say(
                        "It gives back more than it charges, so there is nothing to pay. What is left stays on the account "
                                + "as a credit.")
                .fact("Credit", credit.toString());
        return unpayable(draft, bill, portal).headed("You have a credit of " + credit, summary(bill));
    }

    private static NoticeDraft ready(BillFacts bill, String outcome, Reader reader) {
        return new NoticeDraft(
                        "Your bill %s is ready: %s".formatted(bill.invoiceNumber(), outcome),
                        "Bill ready",
                        Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say(
                        bill.firstInvoice()
                                ? "Your first bill for account %s is ready. It may hold charges for part of a month, each with its calculation."
                                        .formatted(bill.accountId())
                                : "Your bill for account %s is ready.".formatted(bill.accountId()));
    }

    private static NoticeDraft which(NoticeDraft draft, BillFacts bill, Portal portal) {
        var last = bill.period().end().minusDays(1);
        return draft.fact("Invoice", bill.invoiceNumber())
                .fact("Account", bill.accountId())
                .fact("Bill date", Words.date(bill.billDate()))
                .fact("Period", Words.date(bill.period().start()) + " – " + Words.date(last))
                .action("View your bill", portal.bill(bill.invoiceNumber()));
    }

    private static NoticeDraft unpayable(NoticeDraft draft, BillFacts bill, Portal portal) {
        return which(draft, bill, portal)
                .footnote("The link asks you to sign in. We never ask for a password or card number by e-mail.");
    }

    private static String summary(BillFacts bill) {
        return "Invoice %s for account %s.".formatted(bill.invoiceNumber(), bill.accountId());
    }
}
