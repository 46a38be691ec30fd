package io.controlcenter.billing.accounts.web;

import io.controlcenter.billing.accounts.application.ChangingAccounts;
import io.controlcenter.billing.accounts.application.OpenAccount;
import io.controlcenter.billing.accounts.application.OpeningAccounts;
import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.AccountChanges;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.accounts.domain.BillingContact;
import io.controlcenter.billing.accounts.domain.BillingMode;
import io.controlcenter.billing.accounts.domain.Delivery;
import io.controlcenter.billing.accounts.domain.PdfDelivery;
import io.controlcenter.billing.domain.Currencies;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opening, reading and delivering billing accounts. */
@RestController
@RequestMapping(path = "/api/v{version}/billing-accounts", version = "1")
@Tag(name = "Billing accounts")
class BillingAccountController {

    @Schema(name = "NewBillingAccount")
    record NewAccount(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Schema(example = "ENT-100001") String enterpriseId,
            @NotBlank @Schema(example = "C-100001") String customerNumber,

            @Nullable @Schema(description = "ISO 4217; USD unless said")
            String currency,

            @Nullable @Schema(description = "IANA name; America/Chicago unless said")
            String timeZone,

            @Nullable @Min(1) @Max(31) @Schema(description = "1 unless said")
            Integer billCycleDay,

            @Nullable @Schema(description = "ADVANCE unless said")
            BillingMode billingMode,

            @Nullable @Min(0) @Max(120) @Schema(description = "30 unless said")
            Integer paymentTermsDays,

            @Nullable
            @Schema(
                    description =
                            "PAPERLESS unless paper is asked for: PAPER, or INVOICE_SUMMARY for its first pages only")
            Delivery delivery,

            @NotNull @Valid ContactInput billingContact) {}

    @Schema(name = "BillingContactInput")
    record ContactInput(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email String email) {

        BillingContact contact() {
            return new BillingContact(name, email);
        }
    }

    @Schema(name = "PdfDeliveryChoice")
    record PdfChoice(
            @NotNull @Size(max = PdfDelivery.MOST) List<@NotBlank @Email String> recipients,

            @Nullable @Schema(description = "Whether the mail only links to the PDF; true unless said")
            Boolean secured) {

        PdfDelivery delivery() {
            return new PdfDelivery(recipients.stream().distinct().toList(), !Boolean.FALSE.equals(secured));
        }
    }

    record DeliveryChoice(@NotNull Delivery delivery) {}

    private final OpeningAccounts opening;
    private final ChangingAccounts changing;
    private final ReadingAccounts reading;

    BillingAccountController(OpeningAccounts opening, ChangingAccounts changing, ReadingAccounts reading) {
        this.opening = opening;
        this.changing = changing;
        this.reading = reading;
    }

    @PostMapping
    @IdempotentWrite
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(operationId = "openBillingAccount", summary = "Open a billing account under a customer number")
    ResponseEntity<BillingAccountView> open(@RequestBody NewAccount wanted, Caller caller) {
        requireSound(wanted, caller);
        var account = opening.open(new OpenAccount(
                wanted.enterpriseId(),
                wanted.customerNumber(),
                wanted.name(),
                Objects.requireNonNullElse(wanted.currency(), "USD"),
                ZoneId.of(Objects.requireNonNullElse(wanted.timeZone(), "America/Chicago")),
                Objects.requireNonNullElse(wanted.billCycleDay(), 1),
                Objects.requireNonNullElse(wanted.billingMode(), BillingMode.ADVANCE),
                Objects.requireNonNullElse(wanted.paymentTermsDays(), 30),
                Objects.requireNonNullElse(wanted.delivery(), Delivery.PAPERLESS),
                wanted.billingContact().contact()));
        return ResponseEntity.created(URI.create("/api/v1/billing-accounts/" + account.accountId()))
                .eTag(IfMatch.tag(account.version()))
                .body(BillingAccountView.of(account));
    }

    private static void requireSound(NewAccount wanted, Caller caller) {
        var wrong = new ArrayList<Violation>();
        if (wanted.currency() != null && !Currencies.isTender(wanted.currency())) {
            wrong.add(Violation.invalid("/currency", "This is no ISO 4217 currency that is paid with."));
        }
        if (wanted.timeZone() != null && !ZoneId.getAvailableZoneIds().contains(wanted.timeZone())) {
            wrong.add(Violation.invalid("/timeZone", "This is no IANA time zone such as America/Chicago."));
        }
        if (caller.enterpriseId() != null && !caller.enterpriseId().equals(wanted.enterpriseId())) {
            wrong.add(Violation.invalid(
                    "/enterpriseId", "You act on another enterprise, " + caller.enterpriseId() + "."));
        }
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable(wrong);
        }
    }

    @GetMapping
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS", "CCM"})
    @Operation(operationId = "listBillingAccounts", summary = "The billing accounts of the enterprise, newest first")
    @Parameter(name = "customerNumber", description = "Only accounts under this customer number")
    @Parameter(name = "delivery", description = "Only accounts whose bills are delivered so")
    ResponseEntity<Page<BillingAccountView>> list(ListRequest request, Caller caller) {
        reading.requireEach(request.filter("accountId"), caller);
        return reading.list(caller.enterprise(), request)
                .map(BillingAccountView::of)
                .toResponse();
    }

    @GetMapping("/{accountId}")
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS", "CCM"})
    @Operation(operationId = "getBillingAccount", summary = "One billing account")
    ResponseEntity<BillingAccountView> get(@PathVariable String accountId) {
        return answer(reading.find(accountId).orElseThrow(() -> Problem.notFound("The account " + accountId)));
    }

    @PutMapping("/{accountId}/delivery")
    @Access({"ENTERPRISE_ADMIN", "BILLING_REQUEST_WRITE", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "setBillDelivery",
            summary = "Go paperless, or back to paper, all of it or its summary only")
    ResponseEntity<BillingAccountView> deliver(
            @PathVariable String accountId, @RequestBody DeliveryChoice choice, IfMatch ifMatch) {
        return answer(changing.change(accountId, AccountChanges.of(choice.delivery()), ifMatch::require));
    }

    @PutMapping("/{accountId}/pdf-delivery")
    @Access({"ENTERPRISE_ADMIN", "BILLING_REQUEST_WRITE", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "setPdfDelivery",
            summary = "Who gets each invoice as PDF by mail; nobody with an empty list")
    ResponseEntity<BillingAccountView> sendPdf(
            @PathVariable String accountId, @RequestBody PdfChoice choice, IfMatch ifMatch) {
        return answer(changing.change(accountId, AccountChanges.of(choice.delivery()), ifMatch::require));
    }

    static ResponseEntity<BillingAccountView> answer(BillingAccount account) {
        return ResponseEntity.ok().eTag(IfMatch.tag(account.version())).body(BillingAccountView.of(account));
    }
}
