package io.controlcenter.billing.invoicing;

import static io.controlcenter.billing.BillingPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TenantWalls;
import io.controlcenter.platform.test.TestClock;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Issued invoices: they add up, are read by whom they concern, and never change. */
@BillingServiceTest
class InvoicesIT {

    @Autowired
    private BillingPlatform platform;

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

    @Test
    void lines_add_up_to_the_invoice_and_lists_filter() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        platform.service(tenant, account, "2026-06-09");
        platform.service(tenant, account, "2026-06-23");
        var invoice = money.firstInvoice(tenant, account);
        var sum = platform.lines(tenant, invoice).stream()
                .map(line -> new BigDecimal(line.at("/netAmount/amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
                .isEqualByComparingTo(
                        invoice.at("/totals/currentCharges/amount").asString());
        assertThat(BillingPlatform.items(api.get(
                        tenant.viewer(), invoice.path("href").asString() + "/lines?type=NON_RECURRING&limit=1")))
                .hasSize(1);
        assertThat(BillingPlatform.items(api.get(tenant.viewer(), "/api/v1/invoices?billDate.gte=2026-07-02")))
                .isEmpty();
        api.get(tenant.viewer(), "/api/v1/invoices?colour=red").expectStatus().isBadRequest();
        assertThat(text(
                        api.get(tenant.viewer(), "/api/v1/invoices/INV-1999-000001")
                                .expectStatus()
                                .isNotFound(),
                        "code"))
                .isEqualTo("notFound");
    }

    @Test
    void what_is_issued_never_changes() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        platform.service(tenant, account, "2026-06-22");
        var number = money.firstInvoice(tenant, account).path("invoiceNumber").asString();
        for (var sql : List.of(
                "update invoice set amount_due = 1 where reference = '" + number + "'",
                "delete from invoice where reference = '" + number + "'",
                "update invoice_line set net_amount = 1 where account_id = '" + account + "'",
                "delete from invoice_line where account_id = '" + account + "'",
                """
                insert into invoice_line (invoice_id, line_number, enterprise_id, account_id, type, charge_id, description,
                  coverage_start, coverage_end, unit_amount, net_amount)
                select id, 99, enterprise_id, account_id, 'NON_RECURRING', 'x', 'x', '2026-07-01', '2026-07-02', 1, 1
                from invoice where reference = '%s'""".formatted(number))) {
            assertThatThrownBy(() -> platform.touch(tenant, sql)).as(sql).isNotNull();
        }
    }

    @Test
    void an_invoice_is_a_page_to_read() {
        var tenant = platform.tenant();
        var account = platform.account(tenant, Map.of("name", "Acme <b>Chicago</b>"));
        platform.service(tenant, account, "2026-06-22");
        var path = money.firstInvoice(tenant, account).path("href").asString() + "/document";
        var page = api.as(tenant.viewer())
                .get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page)
                .contains("$2,050.00", "$1,000.00 × 9 ÷ 30 days", "Jun 22, 2026 – Jun 30, 2026", "Jul 31, 2026")
                .doesNotContain("<b>Chicago</b>");
        api.get(tenant.viewer(), path + "?format=csv&summary=true")
                .expectStatus()
                .isBadRequest();
        var summary = api.get(tenant.viewer(), path + "?format=html&summary=true")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(summary).contains("$2,050.00").doesNotContain("$1,000.00 × 9 ÷ 30 days");
        assertThat(BillingPlatform.items(api.get(
                        tenant.viewer(), "/api/v1/invoices?delivery=PAPER,INVOICE_SUMMARY&accountId=" + account)))
                .isEmpty();
        api.as(tenant.viewer())
                .get()
                .uri(path)
                .accept(MediaType.IMAGE_PNG)
                .exchange()
                .expectStatus()
                .isEqualTo(406);
    }

    @Test
    void nobody_sees_another_enterprises_or_accounts_bills() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var other = platform.account(tenant);
        platform.service(tenant, account, "2026-06-22");
        var path = money.firstInvoice(tenant, account).path("href").asString();
        var stranger = platform.tenant();
        for (var suffix : List.of("", "/lines", "/lines/1", "/document")) {
            api.get(stranger.viewer(), path + suffix).expectStatus().isNotFound();
            api.get(tenant.viewer().onlyAccounts(other), path + suffix)
                    .expectStatus()
                    .isNotFound();
        }
        api.get(stranger.viewer(), "/api/v1/billing-accounts/" + account)
                .expectStatus()
                .isNotFound();
        assertThat(BillingPlatform.items(api.get(stranger.viewer(), "/api/v1/invoices")))
                .isEmpty();
        assertThat(BillingPlatform.items(api.get(tenant.viewer().onlyAccounts(other), "/api/v1/invoices")))
                .isEmpty();
        api.get(tenant.viewer().onlyAccounts(other), "/api/v1/invoices?accountId=" + account)
                .expectStatus()
                .isForbidden();
        var walls = new TenantWalls(db, transaction);
        assertThat(walls.leaked(tenant.enterprise(), TenantScope.of(stranger.enterprise())))
                .isEmpty();
        assertThat(walls.touched(tenant.enterprise(), TenantScope.of(stranger.enterprise())))
                .isEmpty();
        assertThat(walls.leaked(tenant.enterprise(), TenantScope.of(tenant.enterprise(), Set.of("A-0"))))
                .containsOnlyKeys("audit_entry", "customer_number_ref", "enterprise_ref");
    }
}
