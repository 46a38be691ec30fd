package io.controlcenter.billing.proration.web;

import io.controlcenter.billing.domain.Currencies;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.proration.domain.DayCount;
import io.controlcenter.billing.proration.domain.ProrationPolicy;
import io.controlcenter.billing.proration.domain.Rate;
import io.controlcenter.billing.proration.domain.ServiceTerm;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What both questions ask: a price, a service's dates, a policy; and what can be wrong with it. */
final class ProrationInputs {

    private ProrationInputs() {}

    @Schema(name = "MonthlyPrice")
    record PriceInput(
            @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 4)
            BigDecimal amount,

            @NotNull @Schema(description = "ISO 4217", example = "USD")
            String currency) {}

    @Schema(name = "PriceChange")
    record ChangeInput(
            @NotNull LocalDate effectiveFrom,
            @NotNull @Valid PriceInput amount) {}

    @Schema(name = "ProrationPolicyChoice")
    record PolicyInput(
            @Nullable @Schema(description = "ACTUAL_ACTUAL unless said")
            DayCount dayCount,

            @Nullable @Schema(description = "True unless said")
            Boolean startDayBilled,

            @Nullable @Schema(description = "False unless said: the stop date is the first day not billed")
            Boolean stopDayBilled) {}

    static ProrationPolicy policy(@Nullable PolicyInput asked) {
        if (asked == null) {
            return ProrationPolicy.DEFAULT;
        }
        var base = ProrationPolicy.DEFAULT;
        return ProrationPolicy.of(
                asked.dayCount() == null ? base.dayCount() : asked.dayCount(),
                asked.startDayBilled() == null ? base.startDayBilled() : asked.startDayBilled(),
                asked.stopDayBilled() == null ? base.stopDayBilled() : asked.stopDayBilled());
    }

    /**
     * The term, or everything that is wrong with it at once.
     *
     * @param also what is wrong with the question besides
     */
    static ServiceTerm term(
            PriceInput price,
            LocalDate start,
            @Nullable LocalDate stop,
            @Nullable List<ChangeInput> changes,
            Violation... also) {
        var later = changes == null ? List.<ChangeInput>of() : changes;
        var wrong = new ArrayList<>(List.of(also));
        if (!Currencies.isTender(price.currency())) {
            wrong.add(Violation.invalid("/amount/currency", "This is no ISO 4217 currency that is paid with."));
        }
        if (stop != null && stop.isBefore(start)) {
            wrong.add(Violation.invalid("/serviceStop", "A service does not stop before it starts."));
        }
        for (int i = 0; i < later.size(); i++) {
            requireFits(later, i, price, start, wrong);
        }
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable(wrong);
        }
        var rates = Stream.concat(
                Stream.of(new Rate(start, price.amount())),
                later.stream()
                        .map(change ->
                                new Rate(change.effectiveFrom(), change.amount().amount())));
        return new ServiceTerm(start, stop, rates.toList());
    }

    private static void requireFits(
            List<ChangeInput> changes, int i, PriceInput price, LocalDate start, List<Violation> wrong) {
        var change = changes.get(i);
        var at = "/priceChanges/" + i;
        if (!change.amount().currency().equals(price.currency())) {
            wrong.add(Violation.invalid(at + "/amount/currency", "A price changes in its own currency."));
        }
        if (!change.effectiveFrom().isAfter(start)) {
            wrong.add(Violation.invalid(at + "/effectiveFrom", "A price changes after the service has started."));
        }
        if (changes.subList(0, i).stream()
                .anyMatch(other -> other.effectiveFrom().equals(change.effectiveFrom()))) {
            wrong.add(Violation.invalid(at + "/effectiveFrom", "Another change has this date."));
        }
    }

    static int scale(PriceInput price) {
        return Money.scale(price.currency());
    }
}
