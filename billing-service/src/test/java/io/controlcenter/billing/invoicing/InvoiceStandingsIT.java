package io.controlcenter.billing.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.invoicing.domain.LineState;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What those who keep the money tell of an invoice is what its reader sees. */
@BillingServiceTest
class InvoiceStandingsIT {

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private InvoiceStandings standings;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private String invoice(BillingPlatform.Tenant tenant) {
        var account = platform.account(tenant);
        platform.service(tenant, account, "2026-06-22");
        clock.set(Instant.parse("2026-07-01T06:00:00Z"));
        dueWork.runAll();
        return platform.invoices(tenant, account)
                .getFirst()
                .path("invoiceNumber")
                .asString();
    }

    private <T> T in(BillingPlatform.Tenant tenant, Function<InvoiceStandings, T> work) {
        return TenantScope.call(
                TenantScope.of(tenant.enterprise()), () -> transaction.execute(_ -> work.apply(standings)));
    }

    private InvoiceStanding change(
            BillingPlatform.Tenant tenant, String number, Function<InvoiceStanding, InvoiceStanding> how) {
        return in(tenant, all -> {
            var after = how.apply(all.lock(number).orElseThrow());
            all.save(after);
            return after;
        });
    }

    private LineState lineState(BillingPlatform.Tenant tenant, String number, int line) {
        return in(tenant, all -> all.lineState(number, line));
    }

    private void assertShown(BillingPlatform.Tenant tenant, String number, String state, String word, String dueNow) {
        var shown = BillingPlatform.json(api.get(tenant.viewer(), "/api/v1/invoices/" + number)
                .expectStatus()
                .isOk());
        assertThat(shown.path("state").asString()).isEqualTo(state);
        assertThat(shown.path("displayStatus").asString()).isEqualTo(word);
        assertThat(shown.at("/standing/dueNow/amount").asString()).isEqualTo(dueNow);
    }

    @Test
    void a_partly_paid_late_and_then_settled_invoice_says_so() {
        var tenant = platform.tenant();
        var number = invoice(tenant);
        assertShown(tenant, number, "issued", "Issued", "2050.00");
        var account =
                change(tenant, number, it -> it.withPaid(new BigDecimal("50"))).accountId();
        assertShown(tenant, number, "partiallyPaid", "Partially paid", "2000.00");
        change(tenant, number, it -> it.withPastDue(true));
        assertShown(tenant, number, "partiallyPaid", "Past due", "2000.00");
        List<InvoiceStanding> open = in(tenant, all -> all.lockOpen(account));
        assertThat(open).extracting(InvoiceStanding::invoiceNumber).containsExactly(number);
        change(tenant, number, it -> it.withPaid(new BigDecimal("2050")));
        assertShown(tenant, number, "settled", "Paid", "0.00");
        open = in(tenant, all -> all.open(account));
        assertThat(open).isEmpty();
    }

    @Test
    void a_line_in_dispute_keeps_its_state_and_settles_with_its_invoice_when_undisputed() {
        var tenant = platform.tenant();
        var number = invoice(tenant);
        assertThat(lineState(tenant, number, 1)).isEqualTo(LineState.GENERATED);
        in(tenant, all -> {
            all.moveLine(number, 1, LineState.IN_DISPUTE);
            return true;
        });
        assertThatThrownBy(() -> in(tenant, all -> {
                    all.moveLine(number, 1, LineState.SETTLED);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        change(tenant, number, it -> it.withPaid(new BigDecimal("2050")));
        assertThat(lineState(tenant, number, 1)).isEqualTo(LineState.IN_DISPUTE);
        assertThat(lineState(tenant, number, 2)).isEqualTo(LineState.SETTLED);
        var line = BillingPlatform.json(api.get(tenant.viewer(), "/api/v1/invoices/" + number + "/lines/1"));
        assertThat(line.path("state").asString()).isEqualTo("disputeBeingInvestigated");
    }

    @Test
    void another_enterprises_invoice_is_not_there() {
        var tenant = platform.tenant();
        var number = invoice(tenant);
        Optional<InvoiceStanding> theirs = in(platform.tenant(), all -> all.lock(number));
        assertThat(theirs).isEmpty();
    }
}
