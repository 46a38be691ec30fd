package io.controlcenter.billing.requests.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.requests.application.ReadingRequests;
import io.controlcenter.billing.requests.domain.AcknowledgeClock;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.Reading;
import io.controlcenter.platform.attachments.AttachmentView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A billing request as its readers see it. */
@Schema(name = "BillingRequest")
record RequestView(
        @Schema(example = "BRQ-10000001") String requestNumber,
        String href,
        String enterpriseId,
        String accountId,
        String type,
        String subtype,
        BillingRequest.Channel channel,
        @Nullable String invoiceNumber,
        String description,

        @Schema(description = "Answers to the questions of the subtype's form")
        Map<String, String> details,

        @Nullable @Schema(description = "The asker's own number")
        String customerReference,

        BillingRequest.Contact contact,
        String state,

        @Schema(description = "Open, Processing, Active or Closed")
        String displayStatus,

        BillingRequest.@Nullable Coordinator coordinator,
        Instant receivedAt,
        @Schema(description = "By the reading that binds") Instant ackDueAt,

        @Schema(description = "Two business days, which is aimed at")
        Instant ackTargetAt,

        @Nullable Instant acknowledgedAt,
        ClockView clock,
        @Nullable DisputeView dispute,

        @Nullable @Schema(description = "What the customer is asked")
        String question,

        @Nullable @Schema(description = "When silence closes it")
        Instant closesAt,

        boolean objected,
        @Nullable String closeReason,
        @Nullable ResolutionView resolution,

        @Schema(description = "ACCEPTED, SILENCE, NO_RESPONSE or ASKED_FOR; absent while it is open")
        BillingRequest.@Nullable Closing closing,

        @Nullable Instant closedAt,
        List<AttachmentView> attachments,
        Instant createdAt,
        String createdBy,
        Instant lastActivityAt) {

    @Schema(name = "AcknowledgeClock", description = "The time within which a request is acknowledged")
    record ClockView(
            @Schema(description = "RUNNING, PAUSED, BREACHED, MET or MISSED")
            AcknowledgeClock.State state,

            Instant dueAt,

            @Schema(description = "Counted time that is left, ISO 8601", example = "PT34H30M")
            Duration remaining,

            @Nullable @Schema(description = "Why no time counts now", example = "OUTSIDE_SUPPORT_HOURS")
            String pausedBecause,

            @Schema(description = "SUPPORT_HOURS: hours in which support is open; BUSINESS_DAYS: clock hours of them")
            Reading reading,

            CalendarView calendar) {}

    @Schema(name = "ClockCalendar")
    record CalendarView(String segment, String timeZone, String href) {}

    @Schema(name = "Resolution")
    record ResolutionView(
            BillingRequest.Verdict outcome,
            String text,
            @Nullable Money creditAmount,
            Instant at,
            String by) {}

    static RequestView of(ReadingRequests.Whole whole) {
        var request = whole.request();
        var subject = request.subject();
        var progress = request.progress();
        return new RequestView(
                request.requestNumber(),
                href(request),
                request.enterpriseId(),
                request.accountId(),
                subject.type(),
                subject.subtype(),
                subject.channel(),
                subject.invoiceNumber(),
                subject.description(),
                subject.details(),
                subject.customerReference(),
                request.contact(),
                request.state().wire(),
                request.state().displayStatus(),
                request.coordinator(),
                request.clock().receivedAt(),
                request.clock().dueAt(),
                request.clock().targetAt(),
                request.clock().acknowledgedAt(),
                clock(whole),
                subject.isDispute() ? DisputeView.of(whole) : null,
                progress.question(),
                progress.silentUntil(),
                progress.objected(),
                progress.closeReason(),
                resolution(request),
                progress.closing(),
                progress.closedAt(),
                whole.attachments().stream()
                        .map(attachment -> AttachmentView.of(attachmentsPath(request.requestNumber()), attachment))
                        .toList(),
                request.createdAt(),
                request.createdBy(),
                request.lastActivityAt());
    }

    static String href(BillingRequest request) {
        return "/api/v1/billing-requests/" + request.requestNumber();
    }

    static String attachmentsPath(String requestNumber) {
        return "/api/v1/billing-requests/%s/attachments".formatted(requestNumber);
    }

    private static ClockView clock(ReadingRequests.Whole whole) {
        var clock = whole.request().clock();
        var calendar = whole.calendar();
        return new ClockView(
                clock.state(calendar, whole.now()),
                clock.dueAt(),
                clock.remaining(calendar, whole.now()),
                clock.pausedBecause(calendar, whole.now()).orElse(null),
                clock.reading(),
                new CalendarView(
                        clock.segment(), clock.zone().getId(), "/api/v1/support-hours?segment=" + clock.segment()));
    }

    private static @Nullable ResolutionView resolution(BillingRequest request) {
        var resolution = request.resolution();
        if (resolution == null) {
            return null;
        }
        var credit = resolution.creditAmount();
        return new ResolutionView(
                resolution.outcome(),
                resolution.text(),
                credit == null ? null : Money.of(credit, request.currency()),
                resolution.at(),
                resolution.by());
    }
}
