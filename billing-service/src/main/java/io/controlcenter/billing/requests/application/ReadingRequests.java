package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.DisputeLine;
import io.controlcenter.billing.support.SupportCalendars;
import io.controlcenter.billing.support.domain.SupportCalendar;
import io.controlcenter.platform.attachments.Attachment;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
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
    private final AttachingFiles files;
    private final InvoiceStandings invoices;
    private final SupportCalendars calendars;
    private final RequestSettings settings;
    private final Clock clock;

    ReadingRequests(
            BillingRequests requests,
            RequestLog log,
            DisputeLines disputes,
            AttachingFiles files,
            InvoiceStandings invoices,
            SupportCalendars calendars,
            RequestSettings settings,
            Clock clock) {
        this.requests = requests;
        this.log = log;
        this.disputes = disputes;
        this.files = files;
        this.invoices = invoices;
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A request with what belongs to it.
     *
     * @param undisputedDue what is due now of the invoice that is in dispute; nothing asks for it of other requests
     */
    public record Whole(
            BillingRequest request,
            List<DisputeLine> lines,
            BigDecimal undisputedDue,
            List<Attachment> attachments,
            SupportCalendar calendar,
            Instant now) {}

    /** @param asProvider who sees closed ones for ever */
    public Optional<Whole> find(String requestNumber, boolean asProvider) {
        return requests.find(requestNumber)
                .filter(request -> asProvider || isVisible(request))
                .map(request -> wholes(List.of(request)).getFirst());
    }

    private boolean isVisible(BillingRequest request) {
        var closed = request.progress().closedAt();
        return closed == null || !closed.isBefore(since());
    }

    /** What belongs to each is looked up for all of them together. */
    private List<Whole> wholes(List<BillingRequest> some) {
        var numbers = some.stream().map(BillingRequest::requestNumber).toList();
        var lines = disputes.of(numbers);
        var attached = files.lists(numbers);
        var due = invoices.undisputedDue(
                lines.values().stream().map(of -> of.getFirst().invoiceNumber()).toList());
        var bySegment = new HashMap<String, SupportCalendar>();
        var now = clock.instant();
        return some.stream()
                .map(request -> new Whole(
                        request,
                        lines.getOrDefault(request.requestNumber(), List.of()),
                        due.getOrDefault(String.valueOf(request.subject().invoiceNumber()), BigDecimal.ZERO),
                        attached.getOrDefault(request.requestNumber(), List.of()),
                        bySegment.computeIfAbsent(request.clock().segment(), calendars::of),
                        now))
                .toList();
    }

    /** @param enterpriseId null for those of all enterprises */
    public Page<Whole> list(@Nullable String enterpriseId, boolean asProvider, ListRequest request) {
        var page = requests.list(enterpriseId, asProvider ? null : since(), request);
        return new Page<>(wholes(page.items()), page.nextCursor(), page.positions());
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
}
