package io.controlcenter.identity;

import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Events;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Enterprises with what a registration is proven by. */
@TestComponent
public class InvoicedCustomers {

    private static final AtomicInteger INVOICE = new AtomicInteger(900_000);
    private final IdentityPlatform platform;
    private final Events events;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    InvoicedCustomers(IdentityPlatform platform, Events events, JdbcClient db, TransactionTemplate transaction) {
        this.platform = platform;
        this.events = events;
        this.db = db;
        this.transaction = transaction;
    }

    /** An enterprise with an account and an invoice for it. */
    public record Customer(IdentityPlatform.Tenant tenant, String account, String invoice) {}

    public Customer customer(boolean selfRegistration) {
        var tenant = platform.tenant();
        platform.patch(
                        tenant.admin(),
                        "/api/v1/enterprises/" + tenant.enterprise(),
                        Map.of("selfRegistration", selfRegistration))
                .expectStatus()
                .isOk();
        var account = platform.account(tenant);
        return new Customer(tenant, account, issued(account, tenant, "2026-05-01"));
    }

    public String issued(String account, IdentityPlatform.Tenant tenant, String billDate) {
        var invoice = "INV-2026-" + INVOICE.getAndIncrement();
        events.send("billing.invoice.v1", "billing.invoice.issued.v1", invoice, tenant.enterprise(), 1, """
                {"invoiceNumber":"%s","accountId":"%s","enterpriseId":"%s","billDate":"%s","firstInvoice":false}""".formatted(
                        invoice, account, tenant.enterprise(), billDate));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> known(invoice));
        return invoice;
    }

    public boolean known(String invoice) {
        return TenantScope.call(
                TenantScope.ALL,
                () -> transaction.execute(
                        _ -> db.sql("select count(*) from recent_invoice where invoice_number = :number")
                                        .param("number", invoice)
                                        .query(Long.class)
                                        .single()
                                == 1));
    }
}
