package io.controlcenter.billing.payments.web;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.domain.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The receipt of a payment, as a page to keep. */
@Component
class Receipts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private final ITemplateEngine templates;

    Receipts(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** How a receipt says things. */
    public record Words(BillingAccount account) {

        public String money(Money money) {
            var format = NumberFormat.getCurrencyInstance(Locale.US);
            format.setCurrency(Currency.getInstance(money.currency()));
            return format.format(money.amount());
        }

        public String day(Instant at) {
            return DAY.format(at.atZone(account.timeZone()));
        }
    }

    /** Empty when there is none, because nothing was posted. */
    Optional<String> html(PaymentView payment, BillingAccount account) {
        if (payment.receiptNumber() == null) {
            return Optional.empty();
        }
        var context = new Context(Locale.US);
        context.setVariable("payment", payment);
        context.setVariable("account", account);
        context.setVariable("words", new Words(account));
        return Optional.of(templates.process("receipt", context));
    }
}
