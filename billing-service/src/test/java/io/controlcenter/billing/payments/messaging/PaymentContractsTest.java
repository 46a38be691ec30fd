package io.controlcenter.billing.payments.messaging;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of {@code billing.payment.v1} are those of the committed schemas. */
class PaymentContractsTest {

    @ParameterizedTest
    @ValueSource(strings = {"billing.payment.posted.v1", "billing.payment.failed.v1", "billing.payment.reversed.v1"})
    void every_published_type_has_its_schema_and_example(String type) {
        EventContracts.assertPublished(type, PaymentMessages.PaymentTold.class);
    }

    @Test
    void a_refund_has_its_schema_and_example() {
        EventContracts.assertPublished("billing.refund.paid.v1", PaymentMessages.RefundTold.class);
    }
}
