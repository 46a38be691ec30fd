package io.controlcenter.billing.rating;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
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
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Services with their prices, and what staff changes of them. */
@RestController
@RequestMapping(path = "/api/v{version}/rated-services", version = "1")
@Tag(name = "Rated services")
class RatedServiceController {

    @Schema(name = "RatedPrice")
    record PriceView(
            String chargeId,
            String description,
            @Schema(description = "Per month") Money amount,
            LocalDate effectiveFrom,

            @Nullable @Schema(description = "The first day at another price; absent when it goes on")
            LocalDate effectiveTo) {

        static PriceView of(Prices.Price price) {
            return new PriceView(
                    price.chargeId(), price.description(), price.amount(), price.effectiveFrom(), price.effectiveTo());
        }
    }

    @Schema(name = "RatedService")
    record ServiceView(
            String serviceId,
            String href,
            String accountId,
            String orderNumber,
            @Nullable String circuitId,
            String productCode,
            String productName,
            @Nullable String location,

            @Schema(description = "Commencement: the date of the customer's acceptance")
            LocalDate startDate,

            @Nullable @Schema(description = "The first day that is not billed; absent while it goes on")
            LocalDate stopDate,

            @Nullable @Schema(description = "The disconnect order")
            String stopOrderNumber,

            @Nullable Instant stopRequestedAt,

            @Nullable @Schema(description = "Every price along time; only of a single service")
            List<PriceView> prices) {

        static ServiceView of(ReadingServices.Rated service, @Nullable List<PriceView> prices) {
            return new ServiceView(
                    service.serviceId(),
                    "/api/v1/rated-services/" + service.serviceId(),
                    service.accountId(),
                    service.orderNumber(),
                    service.circuitId(),
                    service.productCode(),
                    service.productName(),
                    service.location(),
                    service.startDate(),
                    service.stopDate(),
                    service.stopOrderNumber(),
                    service.stopRequestedAt(),
                    prices);
        }
    }

    @Schema(name = "NewPriceAmount")
    record AmountInput(
            @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 4)
            BigDecimal amount,

            @NotBlank @Schema(description = "That of the charge", example = "USD")
            String currency) {}

    @Schema(name = "NewPrice")
    record NewPrice(
            @NotBlank @Schema(example = "O-10000001/item-1/MRC")
            String chargeId,

            @NotNull @Schema(description = "The first day at the new price; a past one is made up for on the next bill")
            LocalDate effectiveFrom,

            @NotNull @Valid AmountInput amount,
            @NotBlank @Size(max = 500) String reason) {}

    @Schema(name = "ServiceDates")
    record Dates(
            @NotNull LocalDate startDate,

            @Nullable @Schema(description = "The first day that is not billed; null for a service that goes on")
            LocalDate stopDate,

            @NotBlank @Size(max = 500) String reason) {}

    private final ReadingServices reading;
    private final ChangingServices changing;
    private final ReadingAccounts accounts;

    RatedServiceController(ReadingServices reading, ChangingServices changing, ReadingAccounts accounts) {
        this.reading = reading;
        this.changing = changing;
        this.accounts = accounts;
    }

    @GetMapping
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS", "CCM"})
    @Operation(operationId = "listRatedServices", summary = "The services that the enterprise is billed for")
    @Parameter(name = "accountId", description = "Only services of this billing account")
    @Parameter(name = "stopDate.gte", description = "Only services that stop on this date or later")
    ResponseEntity<Page<ServiceView>> list(ListRequest request, Caller caller) {
        accounts.requireEach(request.filter("accountId"), caller);
        return reading.list(caller.enterprise(), request)
                .map(service -> ServiceView.of(service, null))
                .toResponse();
    }

    @GetMapping("/{serviceId}")
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS", "CCM"})
    @Operation(operationId = "getRatedService", summary = "One service, with all its prices along time")
    ResponseEntity<ServiceView> get(@PathVariable String serviceId) {
        return answer(serviceId);
    }

    @PostMapping("/{serviceId}/price-changes")
    @IdempotentWrite
    @Access({"BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "changePrice",
            summary =
                    "Another price of a recurring charge from a day on; the next bill makes up for days already billed")
    ResponseEntity<ServiceView> change(@PathVariable String serviceId, @RequestBody NewPrice wanted, Caller caller) {
        changing.change(
                serviceId,
                new ChangingServices.PriceChange(
                        wanted.chargeId(),
                        wanted.effectiveFrom(),
                        new Money(wanted.amount().amount(), wanted.amount().currency()),
                        wanted.reason()),
                caller.name());
        return ResponseEntity.created(URI.create("/api/v1/rated-services/" + serviceId))
                .body(view(serviceId));
    }

    @PutMapping("/{serviceId}/dates")
    @Access({"BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "correctServiceDates",
            summary = "Correct when a service starts and stops; the next bill charges or gives back the difference")
    ResponseEntity<ServiceView> correct(
            @PathVariable String serviceId, @RequestBody Dates dates, IfMatch ifMatch, Caller caller) {
        changing.correct(
                serviceId, dates.startDate(), dates.stopDate(), dates.reason(), caller.name(), ifMatch::require);
        return answer(serviceId);
    }

    private ResponseEntity<ServiceView> answer(String serviceId) {
        var service = reading.find(serviceId).orElseThrow(() -> Problem.notFound("The service " + serviceId));
        return ResponseEntity.ok().eTag(IfMatch.tag(service.version())).body(view(serviceId));
    }

    private ServiceView view(String serviceId) {
        var service = reading.find(serviceId).orElseThrow(() -> Problem.notFound("The service " + serviceId));
        return ServiceView.of(
                service, reading.prices(serviceId).stream().map(PriceView::of).toList());
    }
}
