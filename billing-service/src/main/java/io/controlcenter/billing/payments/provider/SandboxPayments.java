package io.controlcenter.billing.payments.provider;

import io.controlcenter.billing.payments.application.PaymentProvider;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Charges nothing and behaves like one that does: it keeps books of its own, answers the same charge the same way, and
 * declines or falls silent as its token says: {@code tok_sandbox_declined}, {@code tok_sandbox_insufficient_funds},
 * {@code tok_sandbox_answer_lost} (charges, and the first answer never arrives). Any other token pays.
 */
@Component
@ConditionalOnProperty(name = "controlcenter.payments.provider", havingValue = "sandbox", matchIfMissing = true)
class SandboxPayments implements PaymentProvider {

    private static final String LOST = "answer_lost";
    private final JdbcClient db;
    private final Clock clock;

    SandboxPayments(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Booked(String reference, String outcome) {}

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Charged charge(Charge charge) {
        var before = booked(charge);
        if (before.isPresent()) {
            return answer(before.get());
        }
        book(charge);
        return charge.token().endsWith(LOST)
                ? new Charged.Unknown("the sandbox lost its answer")
                : answer(booked(charge).orElseThrow());
    }

    private Optional<Booked> booked(Charge charge) {
        return db.sql("select reference, outcome from sandbox_charge where idempotency_key = :key")
                .param("key", charge.paymentId())
                .query((row, _) -> new Booked(row.getString(1), row.getString(2)))
                .optional();
    }

    private void book(Charge charge) {
        db.sql("""
                        insert into sandbox_charge (idempotency_key, reference, token, amount, currency, outcome, at)
                        values (:key, 'sandbox_' || :key, :token, :amount, :currency, :outcome, :at)
                        on conflict do nothing""")
                .param("key", charge.paymentId())
                .param("token", charge.token())
                .param("amount", charge.amount().amount())
                .param("currency", charge.amount().currency())
                .param("outcome", outcome(charge.token()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String outcome(String token) {
        if (token.endsWith("declined")) {
            return "card_declined";
        }
        return token.endsWith("insufficient_funds") ? "insufficient_funds" : "succeeded";
    }

    private static Charged answer(Booked booked) {
        return switch (booked.outcome()) {
            case "succeeded" -> new Charged.Succeeded(booked.reference());
            case "insufficient_funds" -> new Charged.Declined(booked.outcome(), "There is not enough money on it.");
            default -> new Charged.Declined(booked.outcome(), "The bank declined it.");
        };
    }
}
