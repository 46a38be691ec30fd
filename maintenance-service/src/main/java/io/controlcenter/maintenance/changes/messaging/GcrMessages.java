package io.controlcenter.maintenance.changes.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of the events on {@code maintenance.gcr.v1}, as {@code contracts/events/published} describes them. */
interface GcrMessages {

    /**
     * One enterprise's view of a GCR; all types carry it.
     *
     * @param notice what customers are told, such as EMERGENCY for the first notice of one
     * @param services the enterprise's own, always all of them
     * @param updates newest first
     */
    record Notice(
            String gcrNumber,
            int sequence,
            String notice,
            String designation,
            String category,
            String title,
            @Nullable String reason,
            @Nullable String description,
            boolean thirdParty,
            String state,
            List<NoticeWindow> windows,
            List<NoticeLocation> locations,
            List<NoticeService> services,
            List<NoticeUpdate> updates) {}

    record NoticeWindow(
            String windowId, String kind, Instant start, Instant end, String timeZone, String state, boolean overrun) {}

    record NoticeLocation(String city, String state, String country) {}

    record NoticeService(
            String serviceId,
            String accountId,
            String circuitId,
            @Nullable String altCircuitId,
            String bandwidth,
            @Nullable String aLocation,
            @Nullable String zLocation,
            String impact,
            int maxDurationMinutes,
            String orderNumber,
            String outcome,
            String windowId) {}

    record NoticeUpdate(Instant at, String text) {}
}
