package io.controlcenter.maintenance.changes.application;

import java.time.Instant;
import java.util.List;

/** Windows of one enterprise for calendars and spreadsheets; what the database does not show the reader is not there. */
public interface ReadingWindows {

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
            int services,
            boolean conflict) {}

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

    /** The windows that touch the time of the narrowing, in order. */
    List<WindowLine> windows(String enterpriseId, Narrowing narrowing);

    /** The same, service by service. */
    List<Row> rows(String enterpriseId, Narrowing narrowing);
}
