package io.controlcenter.billing.usage;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.usage.domain.Unit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Usage as customers and staff see it; named as in TMF635. */
@Schema(name = "UsageRecord")
record UsageRecordView(
        @Schema(example = "U-1000001") String recordId,
        String href,

        @Schema(description = "The system that measured it") String source,

        @Schema(description = "Its own id of it") String usageId,

        Status status,
        String enterpriseId,
        String accountId,
        String serviceId,
        String usageType,

        @Schema(description = "The name of the type, as bills say it")
        String description,

        PeriodView period,
        BigDecimal quantity,
        Unit unit,

        @Nullable @Schema(description = "Per unit; absent when it came rated")
        Money unitAmount,

        @Schema(description = "Exact: only the lines of an invoice are rounded")
        Money ratedAmount,

        Instant receivedAt,

        @Nullable @Schema(description = "Where it is billed; absent while it is not")
        String invoiceNumber,

        @Nullable @Schema(description = "Of that invoice") String lineId) {

    /** Of those of TMF635, the two in which usage is kept. */
    @Schema(name = "UsageStatus")
    enum Status {
        RATED,
        BILLED
    }

    @Schema(name = "UsagePeriod")
    record PeriodView(Instant start, Instant end) {}

    static UsageRecordView of(UsageRecord record) {
        var usage = record.usage();
        var reported = usage.reported();
        var service = usage.service();
        var line = record.lineNumber();
        return new UsageRecordView(
                id(record),
                "/api/v1/usage-records/" + id(record),
                reported.source(),
                reported.usageId(),
                line == null ? Status.RATED : Status.BILLED,
                service.enterpriseId(),
                service.accountId(),
                service.serviceId(),
                reported.usageType(),
                record.typeName(),
                new PeriodView(reported.start(), reported.end()),
                reported.quantity(),
                reported.unit(),
                usage.rate() == null ? null : Money.exact(usage.rate(), service.currency()),
                new Money(usage.amount(), service.currency()),
                record.receivedAt(),
                record.invoiceNumber(),
                line == null ? null : line.toString());
    }

    private static String id(UsageRecord record) {
        return "U-" + record.id();
    }
}
