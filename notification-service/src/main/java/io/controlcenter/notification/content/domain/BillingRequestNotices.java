package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is told of billing requests. */
final class BillingRequestNotices {

    private BillingRequestNotices() {}

    static Notice of(Kind kind, BillingRequestFacts request, Reader reader, Portal portal) {
        var number = request.requestNumber();
        var headline = headline(kind, request);
        var draft = new NoticeDraft(
                        "Billing request %s: %s".formatted(number, lower(headline)),
                        "Billing request",
                        tone(kind, request))
                .say(Words.hello(reader.name()))
                .say(sentence(kind, request))
                .say(kind == Kind.BILLING_REQUEST_ACKNOWLEDGED ? null : request.text())
                .fact("Request", number)
                .fact("Status", request.displayStatus())
                .fact("Invoice", request.invoiceNumber())
                .fact("In dispute", amount(request.disputedAmount(), request.disputedNetAmount()))
                .fact("Credited", amount(request.creditAmount(), request.creditNetAmount()))
                .fact("Account", request.accountId());
        var coordinator = request.coordinator();
        if (coordinator != null) {
            draft.fact("Your coordinator", coordinator.name())
                    .fact("Coordinator's phone", coordinator.phone())
                    .fact("Coordinator's e-mail", coordinator.email());
        }
        var invoice = request.invoiceNumber();
        return draft.fact("As of", Words.moment(request.at(), reader.zone()))
                .action(
                        invoice == null ? "See your bills" : "View the bill",
                        invoice == null ? portal.home() : portal.bill(invoice))
                .headed(headline, "Billing request %s for account %s.".formatted(number, request.accountId()));
    }

    private static String headline(Kind kind, BillingRequestFacts request) {
        return switch (kind) {
            case BILLING_REQUEST_ACKNOWLEDGED -> "We have your request";
            case DISPUTE_RESOLVED ->
                switch (Objects.requireNonNullElse(request.outcome(), "")) {
                    case "UPHELD" -> "Your dispute is upheld";
                    case "PARTLY_UPHELD" -> "Your dispute is upheld in part";
                    default -> "Your dispute is denied";
                };
            default -> request.from() == null ? "There is a new note" : news(request);
        };
    }

    private static String news(BillingRequestFacts request) {
        return switch (request.state()) {
            case "processing" -> "It has a coordinator";
            case "researching" -> "We look into it";
            case "pendingCustomer" -> "We have a question";
            case "resolved" -> "It is answered";
            case "closeRequested" -> "You asked to close it";
            case "closed" -> "It is closed";
            default -> "It is now: " + request.displayStatus();
        };
    }

    private static String sentence(Kind kind, BillingRequestFacts request) {
        return switch (kind) {
            case BILLING_REQUEST_ACKNOWLEDGED ->
                request.isDispute()
                        ? "We have received your dispute. What you dispute is not due until we have decided."
                        : "We have received your billing request and answer it as soon as we can.";
            case DISPUTE_RESOLVED -> decision(request);
            default -> step(request);
        };
    }

    private static String decision(BillingRequestFacts request) {
        var credit = amount(request.creditAmount(), request.creditNetAmount());
        return credit == null
                ? "We looked into it and cannot give anything back. What was in dispute is due again. You can object once, with new facts."
                : "We give %s back by a credit note for the invoice. What is left, if anything, is due again. You can object once, with new facts."
                        .formatted(credit);
    }

    private static String step(BillingRequestFacts request) {
        return switch (request.state()) {
            case "pendingCustomer" ->
                "We cannot go on without your answer to the question below. After ten business days the request is closed.";
            case "resolved" ->
                "Here is our answer. If you do not object within five business days, the request is closed.";
            case "closed" -> "Your billing request is closed.";
            default -> "There is news of your billing request.";
        };
    }

    private static Notice.Tone tone(Kind kind, BillingRequestFacts request) {
        if (request.state().equals("pendingCustomer")) {
            return Notice.Tone.URGENT;
        }
        return kind == Kind.DISPUTE_RESOLVED && request.creditAmount() != null ? Notice.Tone.GOOD : Notice.Tone.CALM;
    }

    private static String lower(String headline) {
        return Character.toLowerCase(headline.charAt(0)) + headline.substring(1);
    }

    /** What invoice and credit note say, and what of it the lines are. */
    private static @Nullable String amount(@Nullable Money withTaxes, @Nullable Money net) {
        if (withTaxes == null) {
            return null;
        }
        return net == null || net.equals(withTaxes)
                ? withTaxes.toString()
                : "%s with taxes (%s without)".formatted(withTaxes, net);
    }
}
