package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GCRs for readers, each in its own scope: what the database does not show them is not there. */
public interface ReadingGcrs {

    /** A line in a list; impact and services are those that the reader may see. */
    record Line(
            String gcrNumber,
            String state,
            String designation,
            String category,
            String title,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            boolean overrun,
            @Nullable String impact,
            int services,
            @Nullable Integer sequence) {}

    /** What a list is narrowed to; null and empty for no limit. */
    record Narrowing(@Nullable Instant from, @Nullable Instant to, List<String> serviceIds, List<String> impacts) {}

    /** A service in a window. */
    record ImpactLine(
            long id,
            int windowNumber,
            String enterpriseId,
            @Nullable String enterpriseName,
            String accountId,
            @Nullable String accountName,
            String serviceId,
            String circuitId,
            String bandwidth,
            @Nullable String aLocation,
            @Nullable String zLocation,
            String orderNumber,
            String impact,
            int maxDurationMinutes,
            String outcome) {}

    /** What was said. */
    record UpdateLine(long id, Instant at, @Nullable Integer sequence, String text) {}

    /** That the enterprise was told. */
    record NoticeLine(long id, String enterpriseId, int sequence, String kind, Instant at) {}

    /** A window of an enterprise's services. */
    record WindowLine(
            String gcrNumber,
            int number,
            String title,
            String designation,
            String state,
            Instant startsAt,
            Instant endsAt,
            String timeZone,
            boolean overrun,
            String impact,
            int services) {}

    /** A service in a window, with what the window is. */
    record Row(
            String gcrNumber,
            int number,
            String title,
            String designation,
            String state,
            Instant startsAt,
            Instant endsAt,
            String timeZone,
            String accountId,
            String serviceId,
            String circuitId,
            String impact,
            int maxDurationMinutes,
            String outcome) {}

    Optional<GcrSnapshot> find(GcrNumber number);

    /** @param enterpriseId null for provider staff who look at the whole network */
    Page<Line> list(@Nullable String enterpriseId, Narrowing narrowing, ListRequest request);

    Page<ImpactLine> impacts(GcrNumber number, @Nullable String enterpriseId, ListRequest request);

    Page<UpdateLine> updates(GcrNumber number, ListRequest request);

    Page<NoticeLine> notices(GcrNumber number, @Nullable String enterpriseId, ListRequest request);

    /** The windows that touch this time, in order. */
    List<WindowLine> windows(String enterpriseId, Instant from, Instant to);

    /** The same, service by service. */
    List<Row> rows(String enterpriseId, Instant from, Instant to);
}
