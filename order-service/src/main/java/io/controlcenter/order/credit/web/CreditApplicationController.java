package io.controlcenter.order.credit.web;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.credit.application.ApplyingForCredit;
import io.controlcenter.order.credit.application.ReadingCredit;
import io.controlcenter.order.credit.domain.Applicant;
import io.controlcenter.order.domain.Money;
import io.controlcenter.platform.idempotency.IdempotentWrite;
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
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Applying for credit: what the customer, or sales for them, does (handbook S13). */
@RestController
@RequestMapping(path = "/api/v{version}/credit-applications", version = "1")
@Tag(name = "Credit")
class CreditApplicationController {

    private static final String TAX_ID = "[A-Za-z0-9](?:[ -]?[A-Za-z0-9]){4,19}";

    record NewApplication(
            @NotBlank @Schema(example = "A-1000001") String accountId,
            @NotBlank @Size(max = 200) String legalEntity,

            @Schema(description = "Shown with its last four signs only, ever after", example = "12-3456789")
            @Nullable
            @Pattern(regexp = TAX_ID, message = "has 5 to 20 letters or digits")
            String taxId,

            @Schema(description = "Per month, in the currency of the account", example = "50000.00")
            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @Digits(integer = 12, fraction = 2)
            BigDecimal requestedCredit,

            @NotNull @Valid ContactInput contact) {}

    @Schema(name = "CreditContactInput")
    record ContactInput(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email String email,
            @Nullable @Size(max = 40) String phone) {

        Applicant.Contact contact() {
            return new Applicant.Contact(name, email, phone);
        }
    }

    /** JSON Merge Patch; each of these is mandatory, so that none can be taken away. */
    record ApplicationPatch(
            @Nullable @Size(min = 1, max = 200) String legalEntity,

            @Nullable @Pattern(regexp = TAX_ID, message = "has 5 to 20 letters or digits")
            String taxId,

            @Nullable @DecimalMin(value = "0", inclusive = false) @Digits(integer = 12, fraction = 2)
            BigDecimal requestedCredit,

            @Nullable @Valid ContactInput contact) {}

    @Schema(name = "CreditInformation")
    record Information(@NotBlank @Size(max = 4000) String text) {}

    private final ApplyingForCredit applying;
    private final ReadingCredit reading;
    private final CreditAnswers answers;
    private final Accounts accounts;

    CreditApplicationController(
            ApplyingForCredit applying, ReadingCredit reading, CreditAnswers answers, Accounts accounts) {
        this.applying = applying;
        this.reading = reading;
        this.answers = answers;
        this.accounts = accounts;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"ORDER_WRITE", "QUOTE_WRITE", "SALES"})
    @Operation(operationId = "createCreditApplication", summary = "Draft an application for credit on an account")
    ResponseEntity<CreditView> create(@RequestBody NewApplication wanted, Caller caller) {
        var account = accounts.require(wanted.accountId(), caller);
        var applicant = new Applicant(
                wanted.legalEntity(),
                wanted.taxId() == null ? null : applying.seal(wanted.taxId()),
                Money.of(wanted.requestedCredit(), account.currency()),
                wanted.contact().contact());
        var created = applying.draft(account.enterpriseId(), account.accountId(), applicant);
        return ResponseEntity.created(URI.create(CreditView.path(created.applicationNumber())))
                .eTag(IfMatch.tag(created.version()))
                .body(answers.view(created, caller));
    }

    @GetMapping
    @Access(
            value = {"ORDER_WRITE", "QUOTE_WRITE", "SALES", "CREDIT_ANALYST", "CUSTOMER_SUCCESS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "listCreditApplications",
            summary = "The credit applications, newest first; analysts who name no enterprise see all")
    @Parameter(name = "accountId", description = "Only applications on this billing account")
    @Parameter(name = "state", description = "Only applications in these states, separated by commas")
    ResponseEntity<Page<CreditView.Summary>> list(ListRequest request, Caller caller) {
        if (caller.enterpriseId() != null) {
            accounts.requireEach(request.filter("accountId"), caller);
        }
        return reading.list(caller.enterpriseId(), request)
                .map(CreditView.Summary::of)
                .toResponse();
    }

    @GetMapping("/{applicationNumber}")
    @Access(
            value = {"ORDER_WRITE", "QUOTE_WRITE", "SALES", "CREDIT_ANALYST", "CUSTOMER_SUCCESS"},
            reach = Reach.SHARED)
    @Operation(operationId = "getCreditApplication", summary = "One application with its history and documents")
    ResponseEntity<CreditView> get(@PathVariable String applicationNumber, Caller caller) {
        return answers.of(applicationNumber, caller);
    }

    @PatchMapping("/{applicationNumber}")
    @Access({"ORDER_WRITE", "QUOTE_WRITE", "SALES"})
    @Operation(operationId = "patchCreditApplication", summary = "Correct a draft, or what the analyst found missing")
    ResponseEntity<CreditView> patch(
            @PathVariable String applicationNumber,
            @RequestBody ApplicationPatch patch,
            IfMatch ifMatch,
            Caller caller) {
        return answers.of(
                applying.change(applicationNumber, ifMatch::require, applicant -> merged(applicant, patch)), caller);
    }

    private Applicant merged(Applicant applicant, ApplicationPatch patch) {
        return new Applicant(
                patch.legalEntity() == null ? applicant.legalEntity() : patch.legalEntity(),
                patch.taxId() == null ? applicant.taxId() : applying.seal(patch.taxId()),
                patch.requestedCredit() == null
                        ? applicant.requestedCredit()
                        : Money.of(
                                patch.requestedCredit(),
                                applicant.requestedCredit().currency()),
                patch.contact() == null ? applicant.contact() : patch.contact().contact());
    }

    @PostMapping("/{applicationNumber}/submit")
    @IdempotentWrite
    @Access({"ORDER_WRITE", "QUOTE_WRITE", "SALES"})
    @Operation(operationId = "submitCreditApplication", summary = "Submit a draft; it needs the tax number by now")
    ResponseEntity<CreditView> submit(@PathVariable String applicationNumber, IfMatch ifMatch, Caller caller) {
        return answers.of(applying.submit(applicationNumber, ifMatch::require), caller);
    }

    @PostMapping("/{applicationNumber}/withdraw")
    @IdempotentWrite
    @Access({"ORDER_WRITE", "QUOTE_WRITE", "SALES"})
    @Operation(operationId = "withdrawCreditApplication", summary = "Withdraw an application that is not decided yet")
    ResponseEntity<CreditView> withdraw(@PathVariable String applicationNumber, IfMatch ifMatch, Caller caller) {
        return answers.of(applying.withdraw(applicationNumber, ifMatch::require), caller);
    }

    @PostMapping("/{applicationNumber}/information")
    @IdempotentWrite
    @Access({"ORDER_WRITE", "QUOTE_WRITE", "SALES"})
    @Operation(
            operationId = "provideCreditInformation",
            summary = "Answer what the analyst asked for; the review goes on")
    ResponseEntity<CreditView> inform(
            @PathVariable String applicationNumber,
            @RequestBody Information information,
            IfMatch ifMatch,
            Caller caller) {
        return answers.of(applying.provideInformation(applicationNumber, information.text(), ifMatch::require), caller);
    }
}
