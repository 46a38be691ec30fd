package io.controlcenter.maintenance.inquiries;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of {@code maintenance.inquiry.v1} are those of the committed schemas. */
class InquiryContractsTest {

    @ParameterizedTest
    @ValueSource(strings = {"maintenance.inquiry.created.v1", "maintenance.inquiry.answered.v1"})
    void every_published_type_has_its_schema_and_example(String type) {
        EventContracts.assertPublished(type, InquiryMessages.InquirySaid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maintenance.inquiry.at-risk.v1", "maintenance.inquiry.breached.v1"})
    void a_clock_that_runs_out_has_its_schema_and_example(String type) {
        EventContracts.assertPublished(type, InquiryMessages.InquiryLate.class);
    }
}
