package io.controlcenter.billing.usage;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.usage.domain.ReportedUsage;
import io.controlcenter.billing.usage.domain.Unit;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was used of services: told by whoever measures it, read by those who pay. */
@RestController
@RequestMapping(path = "/api/v{version}", version = "1")
@Tag(name = "Usage")
class UsageRecordController {

    @Schema(name = "NewUsageRecord")
    record NewRecord(
            @NotBlank @Size(max = 60) @Schema(description = "The system that measured it", example = "mediation-chi")
            String source,

            @NotBlank
            @Size(max = 100)
            @Schema(description = "That system's own id of it", example = "CDR-20260614-000017")
            String usageId,

            @NotBlank @Schema(example = "VOICE_LD") String usageType,
            @NotBlank @Schema(example = "S-20000001") String serviceId,

            @Nullable @Schema(description = "Refused when it is not that of the service", example = "A-1000001")
            String accountId,

            @NotNull @Valid ReportedPeriod period,

            @NotNull @DecimalMin("0") @Digits(integer = 14, fraction = 6) @Schema(example = "12.5")
            BigDecimal quantity,

            @NotNull @Schema(description = "That of the type")
            Unit unit,

            @Nullable @Valid @Schema(description = "What it costs; by the table of rates unless said")
            RatedAmount ratedAmount) {

        ReportedUsage reported() {
            return new ReportedUsage(
                    source,
                    usageId,
                    usageType,
                    serviceId,
                    accountId,
                    period.start().truncatedTo(ChronoUnit.MICROS),
                    period.end().truncatedTo(ChronoUnit.MICROS),
                    quantity,
                    unit,
                    ratedAmount == null ? null : new Money(ratedAmount.amount(), ratedAmount.currency()));
        }
    }

    @Schema(name = "ReportedUsagePeriod")
    record ReportedPeriod(@NotNull Instant start, @NotNull Instant end) {}

    @Schema(name = "RatedAmount")
    record RatedAmount(
            @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 8) @Schema(example = "0.15625")
            BigDecimal amount,

            @NotNull @Schema(description = "ISO 4217; that of the account", example = "USD")
            String currency) {}

    @Schema(name = "NewUsageRecords")
    record NewRecords(@NotEmpty @Size(max = 1000) List<@NotNull @Valid NewRecord> records) {}

    /** @param known those that were told before */
    @Schema(name = "ReceivedUsage")
    record Received(
            @Schema(description = "New ones") int added,

            @Schema(description = "Told before, with the same content")
            int known) {}

    private final ReceivingUsage receiving;
    private final ReadingUsage reading;
    private final ReadingAccounts accounts;

    UsageRecordController(ReceivingUsage receiving, ReadingUsage reading, ReadingAccounts accounts) {
        this.receiving = receiving;
        this.reading = reading;
        this.accounts = accounts;
    }

    private ReceivingUsage.Outcome.Taken take(List<NewRecord> told, Caller caller, IntFunction<String> pointer) {
        var reported = told.stream().map(NewRecord::reported).toList();
        return switch (receiving.receive(reported, caller.name())) {
            case ReceivingUsage.Outcome.Taken taken -> taken;
            case ReceivingUsage.Outcome.Refused(var flaws) -> throw UsageProblems.of(flaws, pointer);
        };
    }

    @PostMapping("/usage-records")
    @IdempotentWrite
    @Access(
            value = {"OPERATIONS", "BILLING_COORDINATOR"},
            reach = Reach.PROVIDER)
    @Operation(
            operationId = "reportUsage",
            summary = "Report what was used of a service; it is on the next invoice after its period",
            description =
                    "The same source and usage id are one record: told again with the same content it answers 200, "
                            + "with another one 409.")
    ResponseEntity<UsageRecordView> report(@RequestBody NewRecord told, Caller caller) {
        var taken = take(List.of(told), caller, _ -> "");
        var view = UsageRecordView.of(taken.records().getFirst());
        return taken.added() == 0
                ? ResponseEntity.ok(view)
                : ResponseEntity.created(URI.create(view.href())).body(view);
    }

    @PostMapping("/usage-records/bulk")
    @IdempotentWrite
    @Access(
            value = {"OPERATIONS", "BILLING_COORDINATOR"},
            reach = Reach.PROVIDER)
    @Operation(
            operationId = "reportUsageInBulk",
            summary = "Report up to 1,000 records: all are taken, or none and everything that is wrong comes back")
    ResponseEntity<Received> reportMany(@RequestBody NewRecords told, Caller caller) {
        var taken = take(told.records(), caller, index -> "/records/" + index);
        return ResponseEntity.ok(new Received(taken.added(), taken.records().size() - taken.added()));
    }

    @GetMapping("/usage-records")
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS", "CCM"})
    @Operation(operationId = "listUsageRecords", summary = "What was used of the enterprise's services, newest first")
    @Parameter(name = "accountId", description = "Only usage of services of this billing account")
    @Parameter(name = "serviceId", description = "Only usage of this service")
    @Parameter(name = "usageType", description = "Only usage of these types, separated by commas")
    @Parameter(name = "status", description = "RATED is on no invoice yet, BILLED is")
    @Parameter(name = "start.gte", description = "Only usage that starts at this moment or later")
    @Parameter(name = "invoiceNumber", description = "Only usage on this invoice; with lineId, on this line of it")
    ResponseEntity<Page<UsageRecordView>> list(ListRequest request, Caller caller) {
        accounts.requireEach(request.filter("accountId"), caller);
        return reading.list(caller.enterprise(), request)
                .map(UsageRecordView::of)
                .toResponse();
    }

    @GetMapping("/usage-records/{recordId}")
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS", "CCM"})
    @Operation(operationId = "getUsageRecord", summary = "One record of usage, and where it is billed")
    UsageRecordView get(@PathVariable String recordId) {
        return UsageRecordView.of(reading.find(recordId));
    }

    @DeleteMapping("/usage-records/{recordId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access({"OPERATIONS", "BILLING_COORDINATOR"})
    @Operation(
            operationId = "takeUsageBack",
            summary = "Take back a record that was told wrongly and is not billed yet; its id can be used again")
    void takeBack(@PathVariable String recordId) {
        reading.takeBack(recordId);
    }
}
