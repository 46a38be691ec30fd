package io.controlcenter.maintenance.inquiries;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of the events on {@code maintenance.inquiry.v1}, as {@code contracts/events/published} describes them. */
interface InquiryMessages {

    /**
     * The time to answer runs out, or is over.
     *
     * @param percent of the time that is used
     */
    record InquiryLate(
            String inquiryNumber,
            String gcrNumber,
            String type,
            InquiryContact contact,
            int percent,
            Instant askedAt,
            Instant dueAt,
            Instant at) {}

    /** @param serviceIds null for all services that the GCR hits */
    record InquirySaid(
            String inquiryNumber,
            String gcrNumber,
            @Nullable List<String> serviceIds,
            String type,
            @Nullable String customerReference,
            InquiryContact contact,
            String text,
            String state,
            @Nullable String answer,
            @Nullable String decision,
            @Nullable String answeredBy,
            Instant at) {}

    record InquiryContact(
            String name, String email, @Nullable String phone) {}
}
