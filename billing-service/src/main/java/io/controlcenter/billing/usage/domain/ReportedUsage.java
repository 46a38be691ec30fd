package io.controlcenter.billing.usage.domain;

import io.controlcenter.billing.domain.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Usage as the system tells of it that measured it.
 *
 * @param source that system; with {@code usageId} it names the usage for good
 * @param accountId null when only the service is known
 * @param ratedAmount null when the table of rates says what it costs
 */
public record ReportedUsage(
        String source,
        String usageId,
        String usageType,
        String serviceId,
        @Nullable String accountId,
        Instant start,
        Instant end,
        BigDecimal quantity,
        Unit unit,
        @Nullable Money ratedAmount) {

    public record Key(String source, String usageId) {}

    public Key key() {
        return new Key(source, usageId);
    }

    LocalDate firstDay(ZoneId zone) {
        return LocalDate.ofInstant(start, zone);
    }

    /** The day after the last one; usage that ends at midnight is over on the day before, and a moment has a day. */
    LocalDate endDay(ZoneId zone) {
        var last = end.isAfter(start) ? end.minus(1, ChronoUnit.MICROS) : end;
        return LocalDate.ofInstant(last, zone).plusDays(1);
    }
}
