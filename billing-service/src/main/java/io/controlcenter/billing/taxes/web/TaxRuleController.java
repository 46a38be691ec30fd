package io.controlcenter.billing.taxes.web;

import io.controlcenter.billing.taxes.application.TaxRules;
import io.controlcenter.billing.taxes.domain.Place;
import io.controlcenter.billing.taxes.domain.Supply;
import io.controlcenter.billing.taxes.domain.Tax;
import io.controlcenter.billing.taxes.domain.TaxRule;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.Ascending;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The table of taxes, fees and surcharges, kept by the provider's staff. */
@RestController
@RequestMapping(path = "/api/v{version}/tax-rules", version = "1")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Taxes")
class TaxRuleController {

    @Schema(name = "NewTaxRule")
    @Ascending(first = "effectiveFrom", then = "effectiveTo")
    record NewRule(
            @NotBlank @Size(max = 40) @Schema(example = "IL-TELECOM")
            String code,

            @NotBlank @Size(max = 100) @Schema(example = "Illinois telecommunications excise tax")
            String name,

            @NotNull Tax.Kind kind,

            @NotBlank @Size(max = 100) @Schema(description = "Who raises it", example = "Illinois")
            String jurisdiction,

            @NotNull
            @DecimalMin("0")
            @DecimalMax("100")
            @Digits(integer = 3, fraction = 6)
            @Schema(description = "Of the net amount", example = "7.000000")
            BigDecimal percent,

            @Nullable @Pattern(regexp = "[A-Z]{2}") @Schema(description = "ISO 3166; everywhere when absent")
            String country,

            @Nullable @Size(max = 60) @Schema(description = "State or province")
            String region,

            @Nullable @Size(max = 100) String city,

            @Nullable @Size(max = 12) @Schema(description = "The first characters of postal codes")
            String postalPrefix,

            @Nullable @Size(max = 60) @Schema(description = "Every product when absent")
            String productCode,

            @Nullable @Size(min = 1) @Schema(description = "RECURRING, ONE_TIME and USAGE unless said")
            Set<Supply.Kind> appliesTo,

            @NotNull @Schema(description = "It applies to invoices with a bill date from this one on")
            LocalDate effectiveFrom,

            @Nullable @Schema(description = "The first bill date to which it does not apply any more")
            LocalDate effectiveTo) {

        TaxRule rule() {
            return new TaxRule(
                    new Tax(0, code, name, kind, jurisdiction, percent),
                    new Place(country, region, city, postalPrefix),
                    productCode,
                    appliesTo == null
                            ? Set.of(Supply.Kind.RECURRING, Supply.Kind.ONE_TIME, Supply.Kind.USAGE)
                            : appliesTo,
                    effectiveFrom,
                    effectiveTo);
        }
    }

    @Schema(name = "TaxRuleEnd")
    record End(
            @NotNull @Schema(description = "The first bill date to which it does not apply any more")
            LocalDate effectiveTo) {}

    @Schema(name = "TaxRule")
    record RuleView(
            long taxRuleId,
            String href,
            String code,
            String name,
            Tax.Kind kind,
            String jurisdiction,
            BigDecimal percent,
            @Nullable String country,
            @Nullable String region,
            @Nullable String city,
            @Nullable String postalPrefix,
            @Nullable String productCode,
            Set<Supply.Kind> appliesTo,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {

        static RuleView of(TaxRule rule) {
            var tax = rule.tax();
            var place = rule.place();
            return new RuleView(
                    tax.id(),
                    "/api/v1/tax-rules/" + tax.id(),
                    tax.code(),
                    tax.name(),
                    tax.kind(),
                    tax.jurisdiction(),
                    tax.percent(),
                    place.country(),
                    place.region(),
                    place.city(),
                    place.postalCode(),
                    rule.productCode(),
                    rule.appliesTo(),
                    rule.effectiveFrom(),
                    rule.effectiveTo());
        }
    }

    private final TaxRules rules;
    private final AuditTrail audit;

    TaxRuleController(TaxRules rules, AuditTrail audit) {
        this.rules = rules;
        this.audit = audit;
    }

    @PostMapping
    @IdempotentWrite
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(operationId = "addTaxRule", summary = "A tax, fee or surcharge that applies from a bill date on")
    @Transactional
    public ResponseEntity<RuleView> add(@RequestBody NewRule wanted) {
        var rule = RuleView.of(rules.add(wanted.rule()));
        audit.record(null, "tax-rule.added", "tax-rule", Long.toString(rule.taxRuleId()), null, rule);
        return ResponseEntity.created(URI.create(rule.href())).body(rule);
    }

    private static void requireOrder(LocalDate from, @Nullable LocalDate to) {
        if (to != null && !to.isAfter(from)) {
            throw Problem.unprocessable(Violation.invalid("/effectiveTo", "It ends after it begins, on " + from + "."));
        }
    }

    @PostMapping("/{taxRuleId}/end")
    @IdempotentWrite
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "endTaxRule",
            summary = "Ends a tax, fee or surcharge; another rate is another rule, so that issued invoices keep theirs")
    @Transactional
    public ResponseEntity<RuleView> end(@PathVariable String taxRuleId, @RequestBody End end) {
        var before = find(taxRuleId);
        requireOrder(before.effectiveFrom(), end.effectiveTo());
        rules.end(before.tax().id(), end.effectiveTo());
        var after = RuleView.of(find(taxRuleId));
        audit.record(null, "tax-rule.ended", "tax-rule", taxRuleId, RuleView.of(before), after);
        return ResponseEntity.ok(after);
    }

    @GetMapping
    @Access(
            value = {"OPERATIONS", "BILLING_COORDINATOR"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "listTaxRules", summary = "The table of taxes, fees and surcharges, the latest first")
    @Parameter(name = "country", description = "Only rules of this country")
    @Parameter(name = "kind", description = "VAT, TAX, FEE, SURCHARGE")
    ResponseEntity<Page<RuleView>> list(ListRequest request) {
        return rules.list(request).map(RuleView::of).toResponse();
    }

    @GetMapping("/{taxRuleId}")
    @Access(
            value = {"OPERATIONS", "BILLING_COORDINATOR"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "getTaxRule", summary = "One tax, fee or surcharge")
    RuleView get(@PathVariable String taxRuleId) {
        return RuleView.of(find(taxRuleId));
    }

    private TaxRule find(String id) {
        return (id.matches("[1-9]\\d{0,17}") ? rules.find(Long.parseLong(id)) : java.util.Optional.<TaxRule>empty())
                .orElseThrow(() -> Problem.notFound("The tax rule " + id));
    }
}
