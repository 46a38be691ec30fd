package io.controlcenter.billing.payments.web;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.payments.application.KeepingMethods;
import io.controlcenter.billing.payments.application.PaymentSettings;
import io.controlcenter.billing.payments.domain.CardNumbers;
import io.controlcenter.billing.payments.domain.PaymentMethod;
import io.controlcenter.billing.payments.domain.PaymentWay;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The cards and bank accounts that an account is paid with, by the tokens that the payment provider gave for them. */
@RestController
@RequestMapping(path = "/api/v{version}/payment-methods", version = "1")
@Tag(name = "Payments")
class PaymentMethodController {

    record NewPaymentMethod(
            @NotBlank String accountId,
            @NotNull MethodKind kind,

            @NotBlank
            @Pattern(regexp = "[A-Za-z0-9_-]{4,120}")
            @Schema(description = "The provider's token; never a card number", example = "tok_sandbox_visa")
            String token,

            @NotBlank @Size(max = 60) @Schema(example = "Company card")
            String label,

            @Nullable @Pattern(regexp = "\\d{4}") String last4,

            @Nullable @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") @Schema(example = "2028-05")
            String expires) {}

    /** What can be charged. */
    enum MethodKind {
        CARD,
        ACH
    }

    @Schema(name = "PaymentMethod")
    record MethodView(
            @Schema(example = "PM-10000001") String methodId,
            String href,
            String accountId,
            PaymentWay kind,
            String label,
            @Nullable String last4,
            @Nullable String expires,
            Instant addedAt,
            String addedBy) {

        static MethodView of(PaymentMethod method) {
            var expires = method.expires();
            return new MethodView(
                    method.methodId(),
                    "/api/v1/payment-methods/" + method.methodId(),
                    method.accountId(),
                    method.kind(),
                    method.label(),
                    method.last4(),
                    expires == null ? null : expires.toString(),
                    method.addedAt(),
                    method.addedBy());
        }
    }

    @Schema(name = "PaymentMethods")
    record MethodsView(
            List<MethodView> items,

            @Schema(description = "Who charges, and so whose tokens are taken: sandbox or stripe", example = "sandbox")
            String provider) {}

    private final KeepingMethods methods;
    private final ReadingAccounts accounts;
    private final PaymentSettings settings;

    PaymentMethodController(KeepingMethods methods, ReadingAccounts accounts, PaymentSettings settings) {
        this.methods = methods;
        this.settings = settings;
        this.accounts = accounts;
    }

    @PostMapping
    @IdempotentWrite
    @Access("BILLING_PAY")
    @Operation(operationId = "addPaymentMethod", summary = "Add a card or a bank account by its token")
    ResponseEntity<MethodView> add(@RequestBody NewPaymentMethod wanted, Caller caller) {
        requireNoCardNumber(wanted);
        var account = accounts.named(wanted.accountId(), caller);
        var expires = wanted.expires();
        var added = methods.add(
                account,
                new KeepingMethods.NewMethod(
                        PaymentWay.valueOf(wanted.kind().name()),
                        wanted.token(),
                        wanted.label(),
                        wanted.last4(),
                        expires == null ? null : YearMonth.parse(expires)),
                caller.name());
        var view = MethodView.of(added);
        return ResponseEntity.created(URI.create(view.href())).body(view);
    }

    private static void requireNoCardNumber(NewPaymentMethod wanted) {
        var wrong = new ArrayList<Violation>();
        if (CardNumbers.areIn(wanted.token())) {
            wrong.add(Violation.invalid("/token", "This looks like a card number, which must never be sent here."));
        }
        if (CardNumbers.areIn(wanted.label())) {
            wrong.add(Violation.invalid("/label", "This looks like a card number, which must never be sent here."));
        }
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable(wrong);
        }
    }

    @GetMapping
    @Access({"BILLING_PAY", "BILLING_VIEW"})
    @Operation(operationId = "listPaymentMethods", summary = "How an account can be paid")
    MethodsView list(@RequestParam String accountId, Caller caller) {
        accounts.requireEach(accountId, caller);
        return new MethodsView(
                methods.list(accountId).stream().map(MethodView::of).toList(), settings.provider());
    }

    @DeleteMapping("/{methodId}")
    @Access("BILLING_PAY")
    @Operation(operationId = "removePaymentMethod", summary = "Forget a card or a bank account")
    ResponseEntity<Void> remove(@PathVariable String methodId) {
        if (!methods.remove(methodId)) {
            throw Problem.conflict(
                    "payment-method-needed", "AutoPay or a scheduled payment relies on it; change that first.");
        }
        return ResponseEntity.noContent().build();
    }
}
