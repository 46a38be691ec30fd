package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.DisputeLine;
import io.controlcenter.billing.support.SupportCalendars;
import io.controlcenter.billing.support.domain.SupportCalendar;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests, their history and the dispute ledger, to look at. */
@Service
@Transactional(readOnly = true)
public class ReadingRequests {

    private final BillingRequests requests;
    private final RequestLog log;
    private final DisputeLines disputes;
    private final Attachments attachments;
    private final SupportCalendars calendars;
    private final RequestSettings settings;
    private final Clock clock;

    ReadingRequests(
            BillingRequests requests,
            RequestLog log,
            DisputeLines disputes,
            Attachments attachments,
            SupportCalendars calendars,
            RequestSettings settings,
            Clock clock) {
        this.requests = requests;
        this.log = log;
        this.disputes = disputes;
        this.attachments = attachments;
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    /** A request with what belongs to it. */
    public record Whole(
            BillingRequest request,
            List<DisputeLine> lines,
            List<Attachments.Attachment> attachments,
            SupportCalendar calendar,
            Instant now) {}

    /** @param asProvider who sees closed ones for ever */
    public Optional<Whole> find(String requestNumber, boolean asProvider) {
        return requests.find(requestNumber)
                .filter(request -> asProvider || isVisible(request))
                .map(request -> whole(
                        request,
                        disputes.of(requestNumber),
                        calendars.of(request.clock().segment())));
    }

    private boolean isVisible(BillingRequest request) {
        var closed = request.progress().closedAt();
        return closed == null || !closed.isBefore(since());
    }

    private Whole whole(BillingRequest request, List<DisputeLine> lines, SupportCalendar calendar) {
        return new Whole(request, lines, attachments.list(request.requestNumber()), calendar, clock.instant());
    }

    /** @param enterpriseId null for those of all enterprises */
    public Page<Whole> list(@Nullable String enterpriseId, boolean asProvider, ListRequest request) {
        var page = requests.list(enterpriseId, asProvider ? null : since(), request);
        var lines = disputes.of(
                page.items().stream().map(BillingRequest::requestNumber).toList());
        var bySegment = new HashMap<String, SupportCalendar>();
        return page.map(one -> whole(
                one,
                lines.getOrDefault(one.requestNumber(), List.of()),
                bySegment.computeIfAbsent(one.clock().segment(), calendars::of)));
    }

    private Instant since() {
        return clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minusMonths(settings.visibleMonths())
                .toInstant();
    }

    public Page<RequestLog.Entry> history(String requestNumber, boolean asProvider, ListRequest request) {
        return log.list(requestNumber, asProvider, request);
    }

    public Page<DisputeLine> disputes(String enterpriseId, ListRequest request) {
        return disputes.list(enterpriseId, request);
    }

    public Optional<byte[]> content(String requestNumber, UUID attachmentId) {
        return attachments.content(requestNumber, attachmentId);
    }
}
