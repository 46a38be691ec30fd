package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
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
            @Nullable Integer sequence,
            @Nullable Long leadTimeHours,
            int warnings) {}

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

    Optional<GcrSnapshot> find(GcrNumber number);

    /** Whether it still hits a service of the enterprise that the reader may see. */
    boolean isHit(GcrNumber number, String enterpriseId);

    /** @param enterpriseId null for provider staff who look at the whole network */
    Page<Line> list(@Nullable String enterpriseId, Narrowing narrowing, ListRequest request);

    Page<ImpactLine> impacts(GcrNumber number, @Nullable String enterpriseId, ListRequest request);

    Page<UpdateLine> updates(GcrNumber number, ListRequest request);

    Page<NoticeLine> notices(GcrNumber number, @Nullable String enterpriseId, ListRequest request);
}
