package io.controlcenter.billing.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.platform.problem.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** An amount of money that somebody sends: more than nothing, in the currency of the account and its smallest unit. */
@Schema(name = "AmountInput")
public record AmountInput(
        @NotNull @Digits(integer = 12, fraction = 4) @Schema(example = "125.00")
        BigDecimal amount,

        @NotNull @Schema(description = "ISO 4217; that of the account", example = "USD")
        String currency) {

    /** What is wrong with it for an account that is billed in this currency. */
    public List<Violation> flaws(String pointer, String accountCurrency) {
        var wrong = new ArrayList<Violation>();
        if (amount.signum() <= 0) {
            wrong.add(Violation.invalid(pointer + "/amount", "An amount is more than 0."));
        }
        if (!currency.equals(accountCurrency)) {
            wrong.add(Violation.invalid(pointer + "/currency", "The account is billed in " + accountCurrency + "."));
        } else if (amount.stripTrailingZeros().scale() > Money.scale(accountCurrency)) {
            wrong.add(Violation.invalid(
                    pointer + "/amount",
                    "%s has %d decimal places.".formatted(accountCurrency, Money.scale(accountCurrency))));
        }
        return wrong;
    }
}
