package io.controlcenter.billing.usage;

import io.controlcenter.billing.domain.Currencies;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.usage.domain.Unit;
import io.controlcenter.billing.usage.domain.UsageType;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which usage can be billed, and the table of its rates, kept by the provider's staff. */
@RestController
@RequestMapping(path = "/api/v{version}/usage-types", version = "1")
@Tag(name = "Usage")
class UsageTypeController {

    @Schema(name = "NewUsageType")
    record NewType(
            @NotNull
            @Pattern(regexp = "[A-Z0-9][A-Z0-9_]{0,39}", message = "has up to 40 capitals, digits and _")
            @Schema(example = "VOICE_LD")
            String usageType,

            @NotBlank @Size(max = 100) @Schema(description = "As bills say it", example = "Long-distance minutes")
            String name,

            @NotNull @Schema(description = "What it is counted in")
            Unit unit) {}

    @Schema(name = "UsageRateAmount")
    record UnitPrice(
            @NotNull @DecimalMin("0") @Digits(integer = 10, fraction = 8) @Schema(example = "0.0125")
            BigDecimal amount,

            @NotNull @Schema(description = "ISO 4217", example = "USD")
            String currency) {}

    @Schema(name = "NewUsageRate")
    record NewRate(
            @NotNull @Valid @Schema(description = "Per unit")
            UnitPrice unitAmount,

            @NotNull
            @Schema(
                    description =
                            "Of usage that begins on this day or later, where the account is, until the next rate begins")
            LocalDate effectiveFrom) {}

    @Schema(name = "UsageRate")
    record RateView(Money unitAmount, LocalDate effectiveFrom) {}

    @Schema(name = "UsageType")
    record TypeView(
            String usageType,
            String href,
            String name,
            Unit unit,

            @Nullable @Schema(description = "Oldest first; only of a single type")
            List<RateView> rates) {

        static TypeView of(UsageType type) {
            return new TypeView(type.code(), href(type.code()), type.name(), type.unit(), null);
        }

        static TypeView whole(UsageType type) {
            var rates = type.rates().stream()
                    .map(rate -> new RateView(Money.exact(rate.amount(), rate.currency()), rate.effectiveFrom()))
                    .toList();
            return new TypeView(type.code(), href(type.code()), type.name(), type.unit(), rates);
        }

        private static String href(String code) {
            return "/api/v1/usage-types/" + code;
        }
    }

    private final UsageTypes types;
    private final AuditTrail audit;

    UsageTypeController(UsageTypes types, AuditTrail audit) {
        this.types = types;
        this.audit = audit;
    }

    @PostMapping
    @IdempotentWrite
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(operationId = "addUsageType", summary = "A type of usage that can be billed from now on")
    @Transactional
    public ResponseEntity<TypeView> add(@RequestBody NewType wanted) {
        var type = new UsageType(wanted.usageType(), wanted.name(), wanted.unit(), List.of());
        if (!types.add(type)) {
            throw Problem.conflict("usage-type-exists", "There is a usage type " + type.code() + ".");
        }
        audit.record(null, "usage-type.added", "usage-type", type.code(), null, type);
        var view = TypeView.whole(type);
        return ResponseEntity.created(URI.create(view.href())).body(view);
    }

    @PostMapping("/{usageType}/rates")
    @IdempotentWrite
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "addUsageRate",
            summary = "What a unit costs from a day on; usage that was taken before keeps its rate")
    @Transactional
    public ResponseEntity<TypeView> add(@PathVariable String usageType, @RequestBody NewRate wanted) {
        var before = find(usageType);
        var rate = new UsageType.Rate(
                wanted.unitAmount().amount(), wanted.unitAmount().currency(), wanted.effectiveFrom());
        if (!Currencies.isTender(rate.currency())) {
            throw Problem.unprocessable(
                    Violation.invalid("/unitAmount/currency", "This is no ISO 4217 currency that is paid with."));
        }
        if (!types.add(usageType, rate)) {
            throw Problem.conflict(
                    "usage-rate-exists",
                    "Another rate in " + rate.currency() + " begins on " + rate.effectiveFrom() + ".");
        }
        var after = TypeView.whole(find(usageType));
        audit.record(null, "usage-rate.added", "usage-type", usageType, TypeView.whole(before), after);
        return ResponseEntity.created(URI.create(after.href())).body(after);
    }

    @GetMapping
    @Access(
            value = {"OPERATIONS", "BILLING_COORDINATOR"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "listUsageTypes", summary = "The types of usage that can be billed, the latest first")
    @Parameter(name = "unit", description = "Only types that are counted in these units, separated by commas")
    ResponseEntity<Page<TypeView>> list(ListRequest request) {
        return types.list(request).map(TypeView::of).toResponse();
    }

    @GetMapping("/{usageType}")
    @Access(
            value = {"OPERATIONS", "BILLING_COORDINATOR"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "getUsageType", summary = "One type of usage, with its rates along time")
    TypeView get(@PathVariable String usageType) {
        return TypeView.whole(find(usageType));
    }

    private UsageType find(String code) {
        return types.find(code).orElseThrow(() -> Problem.notFound("The usage type " + code));
    }
}
