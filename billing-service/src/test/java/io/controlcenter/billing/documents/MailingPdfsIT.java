package io.controlcenter.billing.documents;

import static io.controlcenter.billing.BillingPlatform.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingPlatform.Tenant;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invoices as PDF for those whom an account names. */
@BillingServiceTest
class MailingPdfsIT {

    private static final String READY = "billing.invoice-document.ready.v1";

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    /** An account that has its invoices mailed so; the number of its first one. */
    private String invoice(Tenant tenant, Map<String, ?> delivery) {
        var account = platform.account(tenant);
        platform.put(
                        OPERATIONS.on(tenant.enterprise()),
                        "/api/v1/billing-accounts/" + account + "/pdf-delivery",
                        delivery)
                .expectStatus()
                .isOk();
        platform.service(tenant, account, "2026-06-22");
        clock.set(Instant.parse("2026-07-01T06:00:00Z"));
        dueWork.runAll();
        dueWork.runAll(); // PDFs of what the first round issued
        return platform.invoices(tenant, account)
                .getFirst()
                .path("invoiceNumber")
                .asString();
    }

    @Test
    void an_open_one_goes_out_once_and_is_the_invoice() throws Exception {
        var tenant = platform.tenant();
        var number =
                invoice(tenant, Map.of("recipients", List.of("a@acme.example", "b@acme.example"), "secured", false));
        var ready = events.await(READY, number);
        assertThat(ready.enterpriseId()).isEqualTo(tenant.enterprise());
        assertThat(ready.data().path("recipients")).hasSize(2);
        assertThat(ready.data().path("fileName").asString()).isEqualTo(number + ".pdf");
        try (var document = Loader.loadPDF(ready.data().path("pdf").binaryValue())) {
            assertThat(new PDFTextStripper().getText(document)).contains(number, "$2,050.00");
        }
        dueWork.runAll();
        assertThat(events.of(number).stream().filter(event -> event.type().equals(READY)))
                .hasSize(1);
        assertThat(platform.number(tenant, "select count(*) from pdf_to_mail")).isZero();
    }

    @Test
    void a_secured_one_stays_behind_the_sign_in() {
        var tenant = platform.tenant();
        var number = invoice(tenant, Map.of("recipients", List.of("a@acme.example")));
        assertThat(events.await(READY, number).data().path("pdf").isNull()).isTrue();
    }
}
