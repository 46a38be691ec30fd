package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Kind;
import java.util.List;

/** What is told of payments, of what is past due, and of orders that wait for it. */
final class MoneyNotices {

    private static final String SAFETY =
            "The link asks you to sign in. We never ask for a password or card number by e-mail.";

    private MoneyNotices() {}

    static Notice payment(Kind kind, PaymentFacts payment, Reader reader, Portal portal) {
        return kind == Kind.PAYMENT_POSTED ? posted(payment, reader, portal) : failed(payment, reader, portal);
    }

    private static Notice posted(PaymentFacts payment, Reader reader, Portal portal) {
        var received = payment.receivedAt();
        return new NoticeDraft("We received your payment of " + payment.amount(), "Payment", Notice.Tone.GOOD)
                .say(Words.hello(reader.name()))
                .say("Thank you. Your payment for account %s is posted.".formatted(payment.accountId()))
                .fact("Amount", payment.amount().toString())
                .fact("Receipt", payment.receiptNumber())
                .fact("Payment", payment.paymentId())
                .fact("Paid by", way(payment.method()))
                .fact("Received", received == null ? null : Words.moment(received, reader.zone()))
                .fact("Account", payment.accountId())
                .table(
                        "What it settles",
                        List.of("Invoice", "Amount"),
                        payment.applications().stream()
                                .map(part -> List.of(
                                        part.invoiceNumber(), part.amount().toString()))
                                .toList())
                .action("See your bills", bills(payment, portal))
                .footnote(SAFETY)
                .headed(
                        payment.amount() + " is paid",
                        "Receipt %s for account %s.".formatted(payment.receiptNumber(), payment.accountId()));
    }

    private static Notice failed(PaymentFacts payment, Reader reader, Portal portal) {
        return new NoticeDraft(
                        "Your payment of %s did not go through".formatted(payment.amount()),
                        "Payment",
                        Notice.Tone.URGENT)
                .say(Words.hello(reader.name()))
                .say("Nothing was taken. Please pay in another way, so that your bill is not late.")
                .fact("Amount", payment.amount().toString())
                .fact("Why", payment.failureReason())
                .fact("Paid by", way(payment.method()))
                .fact("Payment", payment.paymentId())
                .fact("Account", payment.accountId())
                .action("See your bills", bills(payment, portal))
                .footnote(SAFETY)
                .headed(
                        "Your payment of %s did not go through".formatted(payment.amount()),
                        "Nothing was taken for account %s.".formatted(payment.accountId()));
    }

    private static String bills(PaymentFacts payment, Portal portal) {
        return payment.applications().isEmpty()
                ? portal.home()
                : portal.bill(payment.applications().getFirst().invoiceNumber());
    }

    static Notice refunded(RefundFacts refund, Reader reader, Portal portal) {
        return new NoticeDraft("We paid %s back to you".formatted(refund.amount()), "Refund", Notice.Tone.GOOD)
                .say(Words.hello(reader.name()))
                .say("A credit of account %s is on its way to you. It is on the statement of your next bill, too."
                        .formatted(refund.accountId()))
                .fact("Amount", refund.amount().toString())
                .fact("Refund", refund.refundId())
                .fact("Paid by", way(refund.method()))
                .fact("Its number", refund.reference())
                .fact("Why", refund.reason())
                .fact("Paid", Words.moment(refund.paidAt(), reader.zone()))
                .fact("Account", refund.accountId())
                .table(
                        "Where the credit came from",
                        List.of("Payment or credit", "Amount"),
                        refund.parts().stream()
                                .map(part ->
                                        List.of(part.reference(), part.amount().toString()))
                                .toList())
                .action("See your bills", portal.home())
                .footnote(SAFETY)
                .headed(
                        refund.amount() + " is paid back",
                        "Refund %s of account %s.".formatted(refund.refundId(), refund.accountId()));
    }

    private static String way(String method) {
        return switch (method) {
            case "CARD" -> "Card";
            case "ACH" -> "Bank payment (ACH)";
            case "CHECK" -> "Cheque";
            default -> Words.of(method);
        };
    }

    static Notice pastDue(PastDueFacts bill, Reader reader, Portal portal) {
        var days = bill.daysPastDue() == 1 ? "1 day" : bill.daysPastDue() + " days";
        var disputed = bill.disputedAmount().amount().signum() > 0;
        return new NoticeDraft(
                        "Bill %s is past due: please pay %s".formatted(bill.invoiceNumber(), bill.undisputedDue()),
                        "Reminder",
                        Notice.Tone.URGENT)
                .say(Words.hello(reader.name()))
                .say("We have not received %s for your bill %s, which was due %s ago."
                        .formatted(bill.undisputedDue(), bill.invoiceNumber(), days))
                .say(
                        bill.dunningStep() > 1
                                ? "If it stays unpaid, late charges are added and new orders of the account may have to wait."
                                : "If your payment is on its way, you need not do anything.")
                .fact("Due now", bill.undisputedDue().toString())
                .fact("Was due", Words.date(bill.dueDate()))
                .fact("In dispute, not due", disputed ? bill.disputedAmount().toString() : null)
                .fact("Invoice", bill.invoiceNumber())
                .fact("Account", bill.accountId())
                .action("Pay online", portal.pay(bill.invoiceNumber()))
                .action("View your bill", portal.bill(bill.invoiceNumber()))
                .footnote(SAFETY)
                .headed(
                        "%s is past due".formatted(bill.undisputedDue()),
                        "Invoice %s was due on %s.".formatted(bill.invoiceNumber(), Words.date(bill.dueDate())));
    }

    static Notice hold(Kind kind, CreditHoldFacts hold, Reader reader, Portal portal) {
        var set = kind == Kind.CREDIT_HOLD_SET;
        var account = hold.accountId();
        return new NoticeDraft(
                        set
                                ? "New orders of account %s wait for a payment".formatted(account)
                                : "New orders of account %s go on".formatted(account),
                        "Account",
                        set ? Notice.Tone.URGENT : Notice.Tone.GOOD)
                .say(Words.hello(reader.name()))
                .say(
                        set
                                ? "Something has been past due for so long that new orders of this account wait until it is paid. Your services go on."
                                : "Thank you. What was past due for long is settled, and new orders of this account are taken again.")
                .fact("Past due", set ? hold.pastDue().toString() : null)
                .fact("Account", account)
                .fact(set ? "Since" : "As of", Words.moment(set ? hold.since() : hold.at(), reader.zone()))
                .action("See your bills", portal.home())
                .footnote(SAFETY)
                .headed(
                        set ? "New orders wait" : "New orders go on",
                        set
                                ? "%s is past due on account %s.".formatted(hold.pastDue(), account)
                                : "Orders of account %s are taken again.".formatted(account));
    }
}
