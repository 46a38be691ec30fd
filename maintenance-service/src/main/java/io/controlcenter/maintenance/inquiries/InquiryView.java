package io.controlcenter.maintenance.inquiries;

import io.controlcenter.maintenance.inquiries.domain.Inquiry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An inquiry as its readers see it. */
@Schema(name = "Inquiry")
public record InquiryView(
        @Schema(example = "Q-10000001") String inquiryNumber,
        String href,
        String enterpriseId,
        @Schema(example = "100000001") String gcrNumber,

        @Schema(description = "What it is about; absent for all services that the GCR hits") @Nullable
        List<String> serviceIds,

        @Schema(description = "CLARIFY_IMPACT, REQUEST_RESCHEDULE, SPECIAL_HANDLING or OTHER")
        String type,

        @Nullable String customerReference,
        Inquiry.Contact contact,
        String text,
        @Schema(description = "OPEN, ANSWERED or CLOSED") String state,
        String askedBy,
        Instant askedAt,
        Inquiry.@Nullable Answer answer,
        @Nullable Instant closedAt,
        ClockView clock) {

    @Schema(name = "InquiryClock", description = "How the time to answer runs; it stops with the answer")
    public record ClockView(
            Instant dueAt,

            @Schema(description = "An ISO duration; PT0S once it is over", type = "string", example = "PT5H30M")
            Duration remaining,

            @Schema(description = "How much of the time is used")
            long percent,

            boolean breached) {}

    static InquiryView of(Inquiry inquiry, Instant now) {
        var until = inquiry.clockAt(now);
        var clock = inquiry.clock();
        return new InquiryView(
                inquiry.inquiryNumber(),
                "/api/v1/inquiries/" + inquiry.inquiryNumber(),
                inquiry.enterpriseId(),
                inquiry.gcrNumber(),
                inquiry.serviceIds(),
                inquiry.type().name(),
                inquiry.customerReference(),
                inquiry.contact(),
                inquiry.text(),
                inquiry.state().name(),
                inquiry.askedBy(),
                inquiry.askedAt(),
                inquiry.answer(),
                inquiry.closedAt(),
                new ClockView(clock.dueAt(), clock.remaining(until), clock.percent(until), clock.isBreached(until)));
    }
}
