package io.controlcenter.order.catalogue;

import io.controlcenter.order.domain.Money;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How operations keep the catalogue. What is ordered or quoted already keeps the price that it has. */
@RestController
@RequestMapping(path = "/api/v{version}/product-offerings/{code}", version = "1")
@Tag(name = "Catalogue")
class KeepingProductsController {

    record ProductInput(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 500) String description,

            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,29}", message = "is a word in capitals such as ETHERNET")
            String family,

            @NotBlank @Size(max = 40) String bandwidth,

            @NotNull @Pattern(regexp = "[A-Z]{2}", message = "has two capital letters")
            String circuitPrefix,

            @NotNull @Valid Price price,
            @NotNull LocalDate effectiveFrom,

            @Schema(description = "Last day on which it is offered") @Nullable
            LocalDate effectiveUntil,

            @Schema(description = "Business days after the connection notice until it counts as accepted")
            @NotNull
            @Min(1)
            @Max(60)
            Integer acceptanceWindowDays) {}

    @Schema(name = "ProductPrice")
    record Price(
            @NotNull @DecimalMin("0") @Digits(integer = 10, fraction = 2)
            BigDecimal monthlyRecurring,

            @NotNull @DecimalMin("0") @Digits(integer = 10, fraction = 2)
            BigDecimal nonRecurring,

            @NotNull @Pattern(regexp = "USD|CAD|EUR|GBP", message = "must be USD, CAD, EUR or GBP")
            String currency,

            @Schema(description = "Today unless given; never in the past") @Nullable
            LocalDate effectiveFrom) {}

    @Schema(name = "RegionalAvailability")
    record RegionView(
            @NotNull
            @Pattern(
                    regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?",
                    message = "must be a country such as US or a state such as US-AK")
            String region,

            @NotNull Boolean available) {}

    record RegionsInput(@NotNull @Size(max = 500) List<@Valid RegionView> regions) {}

    private final JdbcClient db;
    private final Catalogue catalogue;
    private final Availability availability;
    private final AuditTrail audit;

    KeepingProductsController(JdbcClient db, Catalogue catalogue, Availability availability, AuditTrail audit) {
        this.db = db;
        this.catalogue = catalogue;
        this.availability = availability;
        this.audit = audit;
    }

    @PutMapping
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Transactional
    @Operation(
            operationId = "putProductOffering",
            summary = "Keep a product offering; a price applies from its day on, and those before it stay")
    ProductOffering put(@PathVariable String code, @RequestBody ProductInput input) {
        requireSound(code, input);
        var before = catalogue.find(code).orElse(null);
        writeOffering(code, input);
        writePrice(code, input.price());
        var after = catalogue.find(code).orElseThrow();
        audit.record(null, "product-offering.kept", "product-offering", code, before, after);
        return after;
    }

    private void requireSound(String code, ProductInput input) {
        var violations = new ArrayList<Violation>();
        if (!code.matches("[A-Z][A-Z0-9_]{1,39}")) {
            violations.add(new Violation("code", Violation.INVALID_FORMAT, "A code is a word such as ETHERNET_1G."));
        }
        if (input.effectiveUntil() != null && input.effectiveUntil().isBefore(input.effectiveFrom())) {
            violations.add(Violation.invalid("/effectiveUntil", "This is before it begins."));
        }
        if (input.price().effectiveFrom() != null
                && input.price().effectiveFrom().isBefore(catalogue.today())) {
            violations.add(Violation.invalid("/price/effectiveFrom", "Prices of the past stay as they were."));
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    private void writeOffering(String code, ProductInput input) {
        db.sql("""
                        insert into product_offering (code, name, description, family, bandwidth, circuit_prefix,
                          effective_from, effective_until, acceptance_window_days, version)
                        values (:code, :name, :description, :family, :bandwidth, :prefix, :from, :until, :days, 0)
                        on conflict (code) do update set name = :name, description = :description, family = :family,
                          bandwidth = :bandwidth, circuit_prefix = :prefix, effective_from = :from,
                          effective_until = :until, acceptance_window_days = :days,
                          version = product_offering.version + 1""")
                .param("code", code)
                .param("name", input.name())
                .param("description", input.description())
                .param("family", input.family())
                .param("bandwidth", input.bandwidth())
                .param("prefix", input.circuitPrefix())
                .param("from", input.effectiveFrom())
                .param("until", input.effectiveUntil())
                .param("days", input.acceptanceWindowDays())
                .update();
    }

    private void writePrice(String code, Price price) {
        db.sql("""
                        insert into product_price (product_code, effective_from, monthly_recurring, non_recurring, currency)
                        values (:code, :from, :monthly, :once, :currency)
                        on conflict (product_code, effective_from)
                        do update set monthly_recurring = :monthly, non_recurring = :once, currency = :currency""")
                .param("code", code)
                .param("from", price.effectiveFrom() == null ? catalogue.today() : price.effectiveFrom())
                .param(
                        "monthly",
                        Money.of(price.monthlyRecurring(), price.currency()).amount())
                .param("once", Money.of(price.nonRecurring(), price.currency()).amount())
                .param("currency", price.currency())
                .update();
    }

    private void requireKnown(String code) {
        if (catalogue.find(code).isEmpty()) {
            throw Problem.notFound("The product offering " + code);
        }
    }

    @GetMapping("/availability")
    @Access(
            value = {"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "SALES_ENGINEER", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Transactional(readOnly = true)
    @Operation(
            operationId = "getProductAvailability",
            summary = "In which countries and states it is available; a state counts before its country")
    Page<RegionView> regions(@PathVariable String code) {
        requireKnown(code);
        return new Page<>(
                availability.regions(code).stream()
                        .map(region -> new RegionView(region.region(), region.available()))
                        .toList(),
                null);
    }

    @PutMapping("/availability")
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Transactional
    @Operation(operationId = "putProductAvailability", summary = "Say in which countries and states it is available")
    Page<RegionView> put(@PathVariable String code, @RequestBody RegionsInput input) {
        requireKnown(code);
        var seen = new HashSet<String>();
        for (int i = 0; i < input.regions().size(); i++) {
            if (!seen.add(input.regions().get(i).region())) {
                throw Problem.unprocessable(
                        Violation.invalid("/regions/" + i + "/region", "This region is named twice."));
            }
        }
        var before = availability.regions(code);
        availability.put(
                code,
                input.regions().stream()
                        .map(region -> new Availability.Region(region.region(), region.available()))
                        .toList());
        audit.record(null, "product-availability.kept", "product-offering", code, before, availability.regions(code));
        return regions(code);
    }
}
