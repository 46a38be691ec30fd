package io.controlcenter.notification.content.domain;

/** What is told of quotes, and of the credit that an order may need. */
final class QuoteNotices {

    private QuoteNotices() {}

    static Notice answered(QuoteFacts quote, Reader reader, Portal portal) {
        var number = quote.quoteNumber();
        var headline =
                switch (quote.to()) {
                    case "approved.orderable" -> "Your quote %s is ready to order".formatted(number);
                    case "approved.orderableAlternate" -> "Your quote %s is ready, with an alternate".formatted(number);
                    case "answered" -> "Your quote %s is answered".formatted(number);
                    default -> "We cannot offer your quote %s".formatted(number);
                };
        var draft = new NoticeDraft(headline, "Quote", quote.orderable() ? Notice.Tone.GOOD : Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say(text(quote));
        return draft.fact("Quote", number)
                .fact("Account", quote.accountId())
                .fact("Kind", Words.of(quote.level()))
                .fact("Valid until", quote.validUntil() == null ? null : Words.date(quote.validUntil()))
                .action("View the quote", portal.quote(number))
                .headed(headline, text(quote));
    }

    private static String text(QuoteFacts quote) {
        return switch (quote.to()) {
            case "approved.orderable" -> "Prices and feasibility are confirmed. Order from the quote, or decline it.";
            case "approved.orderableAlternate" ->
                "Prices and feasibility are confirmed, with a longer term or interval than you asked for. "
                        + "Order from the quote, or decline it.";
            case "answered" -> "It gives you a budget. Ask for a firm quote when you want to order.";
            case "unableToProvide" -> "At least one of the services cannot be provided where you need it.";
            default -> "Something that you asked for cannot be quoted right now; the quote says what.";
        };
    }

    static Notice expiring(QuoteEndFacts quote, Reader reader, Portal portal) {
        var number = quote.quoteNumber();
        var last = Words.date(quote.validUntil());
        return new NoticeDraft("Your quote %s ends on %s".formatted(number, last), "Quote", Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say(
                        "Your quote %s is valid until %s. After that day its prices no longer hold, and you would need a new one."
                                .formatted(number, last))
                .fact("Quote", number)
                .fact("Account", quote.accountId())
                .fact("Valid until", last)
                .action("View the quote", portal.quote(number))
                .headed(
                        "Your quote ends on " + last,
                        "Order from quote %s by then, or ask for a new one.".formatted(number));
    }

    static Notice decided(CreditFacts credit, Reader reader, Portal portal) {
        var number = credit.applicationNumber();
        var headline = credit.approved() ? "Your credit is approved" : "Your credit application was declined";
        var deposit = credit.depositRequired();
        return new NoticeDraft(
                        "%s: %s".formatted(number, credit.approved() ? "credit approved" : "credit not approved"),
                        "Credit",
                        credit.approved() ? Notice.Tone.GOOD : Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say(
                        credit.approved()
                                ? "Orders that waited for this credit go on by themselves."
                                : "Orders that need this credit cannot go on. Your account team will find a way with you.")
                .say(deposit == null ? null : "A deposit is required; your account team tells you how to pay it.")
                .fact("Application", number)
                .fact("Account", credit.accountId())
                .fact(
                        "Limit per month",
                        credit.limit() == null ? null : credit.limit().toString())
                .fact("Deposit", deposit == null ? null : deposit.toString())
                .fact("Valid until", credit.validUntil() == null ? null : Words.date(credit.validUntil()))
                .action("View the application", portal.credit(number))
                .headed(headline, "Application %s for account %s.".formatted(number, credit.accountId()));
    }
}
