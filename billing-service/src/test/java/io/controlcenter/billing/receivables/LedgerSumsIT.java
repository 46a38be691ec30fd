package io.controlcenter.billing.receivables;

import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.MoneyPlatform.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.billing.MoneyPlatform.Debtor;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is paid, paid back, credited and bounces in whatever order, no cent is lost and none is made. */
@BillingServiceTest
class LedgerSumsIT {

    private static final Instant AUGUST_1 = Instant.parse("2026-08-01T17:00:00Z");
    private static final int STEPS = 30;

    @Autowired
    private MoneyPlatform money;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void money_in_is_applied_unapplied_or_paid_back_and_the_balance_is_the_sum_of_it(long seed) {
        var random = new Random(seed);
        var debtor = money.debtor();
        var posted = new ArrayList<String>();
        for (int step = 0; step < STEPS; step++) {
            if (step == STEPS / 2) {
                money.moveTo(AUGUST_1);
            }
            step(random, debtor, posted, "S%d-%d".formatted(seed, step));
            assertThat(unexplained(debtor)).as("funds after step %d", step).isEmpty();
            assertThat(new BigDecimal(
                            money.balance(debtor).at("/balance/amount").asString()))
                    .as("balance after step %d", step)
                    .isEqualByComparingTo(expected(debtor));
        }
    }

    private void step(Random random, Debtor debtor, List<String> posted, String reference) {
        var amount = BigDecimal.valueOf(1 + random.nextInt(150_000), 2).toPlainString();
        switch (random.nextInt(4)) {
            case 0 ->
                posted.add(json(money.cheque(debtor, amount, reference)
                                .expectStatus()
                                .isCreated())
                        .path("href")
                        .asString());
            case 1 -> payBackAtMost(debtor, amount);
            case 2 -> {
                if (!posted.isEmpty()) {
                    var bounced = posted.remove(random.nextInt(posted.size()));
                    api.post(debtor.coordinator(), bounced + "/reversal", Map.of("reason", "NSF"))
                            .expectStatus()
                            .isOk();
                }
            }
            default ->
                post(
                                debtor,
                                "/api/v1/credit-notes",
                                Map.of(
                                        "accountId",
                                        debtor.account(),
                                        "reason",
                                        "GOODWILL",
                                        "amount",
                                        dollars(amount),
                                        "description",
                                        "Sorry"))
                        .expectStatus()
                        .isCreated();
        }
    }

    /** All the credit that there is, when it is less. */
    private void payBackAtMost(Debtor debtor, String amount) {
        var refused = json(payBack(debtor, amount)).at("/refundable/amount");
        if (!refused.isMissingNode() && !refused.asString().equals("0.00")) {
            payBack(debtor, refused.asString()).expectStatus().isCreated();
        }
    }

    private RestTestClient.ResponseSpec payBack(Debtor debtor, String amount) {
        return post(
                debtor,
                "/api/v1/refunds",
                Map.of(
                        "accountId", debtor.account(),
                        "method", "WIRE",
                        "amount", dollars(amount),
                        "reference", "FED",
                        "reason", "Too much"));
    }

    private RestTestClient.ResponseSpec post(Debtor debtor, String path, Map<String, ?> body) {
        return api.post(debtor.coordinator(), path, body, UUID.randomUUID().toString());
    }

    /** Money and credits that count and do not add up to what became of them, as refunds and invoices tell it. */
    private List<String> unexplained(Debtor debtor) {
        return of("""
                select f.fund_id from fund f
                where f.account_id = :account and f.reversed_at is null and f.amount <> f.unapplied
                  + coalesce((select sum(a.amount) from fund_application a
                      where a.fund_id = f.fund_id and a.undone_at is null), 0)
                  + coalesce((select sum(cast(p ->> 'amount' as numeric)) from refund r
                      cross join jsonb_array_elements(r.parts) p
                      where r.account_id = f.account_id and p ->> 'fundId' = f.fund_id), 0)
                union all
                select i.reference from invoice i
                where i.account_id = :account and i.paid_amount + i.credited_amount <>
                  coalesce((select sum(a.amount) from fund_application a
                      where a.invoice_number = i.reference and a.undone_at is null), 0)""", debtor, String.class);
    }

    /** Billed, less what came and counts, and what went back; of which the next bill asks for what never came. */
    private BigDecimal expected(Debtor debtor) {
        return of("""
                select coalesce((select sum(amount_due) from invoice where account_id = :account), 0)
                  - coalesce((select sum(amount) from fund where account_id = :account and reversed_at is null), 0)
                  + coalesce((select sum(amount) from refund where account_id = :account), 0)
                  - coalesce((select sum(amount) from one_time_charge where account_id = :account
                      and cause = 'RETURNED_PAYMENT' and invoice_id is not null), 0)""", debtor, BigDecimal.class).getFirst();
    }

    private <T> List<T> of(String sql, Debtor debtor, Class<T> type) {
        return TenantScope.call(
                TenantScope.of(debtor.tenant().enterprise()),
                () -> transaction.execute(_ -> db.sql(sql)
                        .param("account", debtor.account())
                        .query(type)
                        .list()));
    }
}
