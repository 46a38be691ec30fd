package io.controlcenter.maintenance.calendars;

import io.controlcenter.maintenance.changes.domain.GcrState;
import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.maintenance.changes.domain.Location;
import io.controlcenter.maintenance.changes.domain.ServiceOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window as a calendar of one enterprise shows it. What notification-service attaches to mails follows the same rules, so
 * that whoever reads both sees each window once.
 *
 * @param stampedAt when something was said of the GCR last
 * @param own the reader's services in the window; a reserve has none of its own
 * @param whole the reader's services in the whole GCR
 */
record CalendarEntry(
        String gcrNumber,
        int window,
        String title,
        @Nullable String reason,
        List<Location> locations,
        Instant start,
        Instant end,
        GcrState state,
        int sequence,
        Instant stampedAt,
        List<Hit> own,
        List<Hit> whole) {

    /** A service in a window. */
    record Hit(
            String gcrNumber, int window, String accountId, String circuitId, Impact impact, ServiceOutcome outcome) {

        private boolean isOff() {
            return outcome == ServiceOutcome.CANCELLED;
        }
    }

    String windowId() {
        return gcrNumber + "-" + window;
    }

    /** Those that count: a service that is off counts only where all are. */
    private List<Hit> services() {
        var mine = own.isEmpty() ? whole : own;
        var on = mine.stream().filter(hit -> !hit.isOff()).toList();
        return on.isEmpty() ? mine : on;
    }

    List<String> circuits() {
        return services().stream().map(Hit::circuitId).distinct().sorted().toList();
    }

    /** The billing account where there is one, the enterprise where there are several. */
    String account(String enterpriseId) {
        var accounts = services().stream().map(Hit::accountId).distinct().toList();
        return accounts.size() == 1 ? accounts.getFirst() : enterpriseId;
    }

    Impact worst() {
        return services().stream().map(Hit::impact).max(Impact::compareTo).orElse(Impact.OUTAGE);
    }

    /** Of a window that does not concern the reader any more, or never did, it is none. */
    private boolean isOff() {
        return own.isEmpty()
                ? state != GcrState.PLANNED || whole.stream().allMatch(Hit::isOff)
                : own.stream().allMatch(Hit::isOff);
    }

    /** One of MAINTNOTE's five. */
    String status() {
        if (isOff()) {
            return "CANCELLED";
        }
        return switch (state) {
            case PLANNED, TENTATIVE, POSTPONED -> "TENTATIVE";
            case SCHEDULED -> "CONFIRMED";
            case IN_PROGRESS -> "IN-PROCESS";
            case COMPLETED -> "COMPLETED";
            case NOT_COMPLETED, CANCELLED, ALTERNATE_INVOKED -> "CANCELLED";
        };
    }
}
