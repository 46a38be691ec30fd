package io.controlcenter.billing.payments.domain;

import static io.controlcenter.billing.payments.domain.PaymentState.CANCELLED;
import static io.controlcenter.billing.payments.domain.PaymentState.FAILED;
import static io.controlcenter.billing.payments.domain.PaymentState.POSTED;
import static io.controlcenter.billing.payments.domain.PaymentState.PROCESSING;
import static io.controlcenter.billing.payments.domain.PaymentState.REVERSED;
import static io.controlcenter.billing.payments.domain.PaymentState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can become of a payment, and what cannot. */
class PaymentTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final Map<String, Function<Payment, Payment.Outcome>> STEPS = Map.of(
            "cancel", Payment::cancel,
            "begin", payment -> payment.begin(new BigDecimal("100.00")),
            "post", payment -> payment.posted("R-1", "sandbox", "x", NOW),
            "fail", payment -> payment.failed("card_declined", "No."),
            "reverse", payment -> payment.reversed("NSF", NOW));
    private static final Map<PaymentState, Map<String, PaymentState>> ALLOWED = Map.of(
            SCHEDULED, Map.of("cancel", CANCELLED, "begin", PROCESSING),
            PROCESSING, Map.of("post", POSTED, "fail", FAILED),
            POSTED, Map.of("reverse", REVERSED));

    private static Payment payment(PaymentState state, boolean over) {
        return new Payment(
                "PAY-1",
                "ENT-1",
                "A-1",
                Payment.Origin.CUSTOMER,
                PaymentWay.CARD,
                "PM-1",
                new BigDecimal("80.00"),
                new BigDecimal("80.00"),
                "USD",
                state,
                List.of(),
                over,
                LocalDate.parse("2026-07-05"),
                ZoneId.of("America/Chicago"),
                null,
                null,
                null,
                null,
                null,
                0,
                NOW,
                "Ada",
                1);
    }

    @ParameterizedTest
    @EnumSource
    void each_state_allows_its_own_steps_and_refuses_all_others(PaymentState state) {
        STEPS.forEach((name, step) -> {
            var next = ALLOWED.getOrDefault(state, Map.of()).get(name);
            var outcome = step.apply(payment(state, false));
            if (next == null) {
                assertThat(outcome).as("%s of %s", name, state).isEqualTo(new Payment.Outcome.Refused(state, name));
            } else {
                assertThat(outcome)
                        .as("%s of %s", name, state)
                        .isInstanceOfSatisfying(Payment.Outcome.Done.class, done -> {
                            assertThat(done.payment().state()).isEqualTo(next);
                            assertThat(done.payment().version()).isEqualTo(2);
                        });
            }
        });
    }

    private static Payment begun(String owed, boolean over) {
        return ((Payment.Outcome.Done) payment(SCHEDULED, over).begin(new BigDecimal(owed))).payment();
    }

    @Test
    void on_its_day_no_more_is_charged_than_is_owed() {
        assertThat(begun("30.00", false).amount()).isEqualByComparingTo("30.00");
        assertThat(begun("30.00", false).requestedAmount()).isEqualByComparingTo("80.00");
        assertThat(begun("90.00", false).amount()).isEqualByComparingTo("80.00");
        assertThat(begun("30.00", true).amount()).isEqualByComparingTo("80.00");
    }

    @Test
    void when_nothing_is_owed_on_its_day_it_is_called_off() {
        assertThat(begun("0", false).state()).isEqualTo(CANCELLED);
        assertThat(begun("0", true).state()).isEqualTo(PROCESSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4242424242424242", "4242 4242 4242 4242", "tok_378282246310005", "card 5555-5555-5555-4444!"})
    void a_card_number_is_found_wherever_it_hides(String text) {
        assertThat(CardNumbers.areIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tok_sandbox_visa", "4242424242424241", "PM-10000001", "pm_1PgafmB7WZ01zgkW6dKueIc5", "1234"})
    void what_is_no_card_number_is_not_taken_for_one(String text) {
        assertThat(CardNumbers.areIn(text)).isFalse();
    }
}
