package io.controlcenter.billing.payments.web;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.payments.application.PayingBack;
import io.controlcenter.billing.payments.application.Refunds;
import io.controlcenter.billing.payments.domain.PaymentWay;
import io.controlcenter.billing.payments.domain.Refund;
import io.controlcenter.billing.payments.web.PaymentInputs.RemittanceWay;
import io.controlcenter.billing.web.AmountInput;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Credit that is paid back, such as a payment of more than was owed. */
@RestController
@RequestMapping(path = "/api/v{version}/refunds", version = "1")
@Tag(name = "Payments")
class RefundController {

    record NewRefund(
            @NotBlank String accountId,
            @NotNull RemittanceWay method,

            @NotNull @Valid @Schema(description = "At most what no invoice has used up")
            AmountInput amount,

            @NotBlank @Size(max = 64) @Schema(description = "Number of the wire or the cheque")
            String reference,

            @NotBlank @Size(max = 500) @Schema(description = "On the customer's next statement")
            String reason) {}

    @Schema(name = "Refund")
    record RefundView(
            @Schema(example = "RF-10000001") String refundId,
            String href,
            String enterpriseId,
            String accountId,
            PaymentWay method,
            Money amount,
            String reference,
            String reason,

            @Schema(description = "The payments and credits that it comes from, oldest first")
            List<RefundPartView> parts,

            Instant paidAt,
            String paidBy) {

        static RefundView of(Refund refund) {
            return new RefundView(
                    refund.refundId(),
                    "/api/v1/refunds/" + refund.refundId(),
                    refund.enterpriseId(),
                    refund.accountId(),
                    refund.method(),
                    Money.of(refund.amount(), refund.currency()),
                    refund.reference(),
                    refund.reason(),
                    refund.parts().stream()
                            .map(part -> new RefundPartView(part.fundId(), Money.of(part.amount(), refund.currency())))
                            .toList(),
                    refund.paidAt(),
                    refund.paidBy());
        }
    }

    @Schema(name = "RefundPart")
    record RefundPartView(
            @Schema(description = "Payment, credit note, or invoice that gave back", example = "PAY-10000001")
            String reference,

            Money amount) {}

    private final PayingBack payingBack;
    private final Refunds refunds;
    private final ReadingAccounts accounts;

    RefundController(PayingBack payingBack, Refunds refunds, ReadingAccounts accounts) {
        this.payingBack = payingBack;
        this.refunds = refunds;
        this.accounts = accounts;
    }

    @PostMapping
    @IdempotentWrite(keyRequired = true)
    @Access("BILLING_COORDINATOR")
    @Operation(
            operationId = "payBackCredit",
            summary = "Book a credit balance as paid back, by wire, cheque or ACH; no later invoice uses it")
    ResponseEntity<RefundView> payBack(@RequestBody NewRefund wanted, Caller caller) {
        var account = accounts.named(wanted.accountId(), caller);
        var wrong = wanted.amount().flaws("/amount", account.currency());
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable(wrong);
        }
        var payBack = new PayingBack.PayBack(
                account,
                PaymentWay.valueOf(wanted.method().name()),
                wanted.amount().amount(),
                wanted.reference(),
                wanted.reason());
        return switch (payingBack.payBack(payBack, caller.name())) {
            case Refund.Outcome.Paid(var refund) -> {
                var view = RefundView.of(refund);
                yield ResponseEntity.created(URI.create(view.href())).body(view);
            }
            case Refund.Outcome.MoreThanCredit(var most) -> {
                var refundable = Money.of(most, account.currency());
                throw Problem.unprocessable(Violation.invalid(
                                "/amount",
                                "The account has %s %s to pay back."
                                        .formatted(refundable.amount(), refundable.currency())))
                        .with("refundable", refundable);
            }
        };
    }

    @GetMapping
    @Access({"BILLING_VIEW", "BILLING_PAY", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(operationId = "listRefunds", summary = "What was paid back, newest first")
    @Parameter(name = "method", description = "WIRE, CHECK or ACH")
    ResponseEntity<Page<RefundView>> list(ListRequest request, Caller caller) {
        accounts.requireEach(request.filter("accountId"), caller);
        return refunds.list(caller.enterprise(), request).map(RefundView::of).toResponse();
    }

    @GetMapping("/{refundId}")
    @Access({"BILLING_VIEW", "BILLING_PAY", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(operationId = "getRefund", summary = "One refund, and which credits it comes from")
    RefundView get(@PathVariable String refundId) {
        return RefundView.of(refunds.find(refundId).orElseThrow(() -> Problem.notFound("The refund " + refundId)));
    }
}
