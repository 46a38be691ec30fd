package io.controlcenter.billing.payments.web;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.payments.application.ChangingPayments;
import io.controlcenter.billing.payments.application.PayingInvoices;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.web.PaymentInputs.NewPayment;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Paying bills, at once or on a later day. */
@RestController
@RequestMapping(path = "/api/v{version}/payments", version = "1")
@Tag(name = "Payments")
class PaymentController {

    record NewReversal(@NotBlank @Size(max = 500) String reason) {}

    private final PayingInvoices paying;
    private final ChangingPayments changing;
    private final ReadingAccounts accounts;
    private final Receipts receipts;

    PaymentController(PayingInvoices paying, ChangingPayments changing, ReadingAccounts accounts, Receipts receipts) {
        this.paying = paying;
        this.changing = changing;
        this.accounts = accounts;
        this.receipts = receipts;
    }

    @PostMapping
    @IdempotentWrite(keyRequired = true)
    @Access("BILLING_PAY")
    @Operation(
            operationId = "createPayment",
            summary = "Pay, at once or on a later day; it is charged in a moment, read it again to see what came of it")
    ResponseEntity<PaymentView> pay(@RequestBody NewPayment wanted, Caller caller) {
        var account = accounts.named(wanted.accountId(), caller);
        var wrong = PaymentInputs.flaws(wanted.amount(), wanted.applications(), account.currency());
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable(wrong);
        }
        var pay = new PayingInvoices.Pay(
                account,
                wanted.amount().amount(),
                wanted.methodId(),
                PaymentInputs.parts(wanted.applications()),
                wanted.scheduledFor(),
                Boolean.TRUE.equals(wanted.allowOverpayment()));
        var payment = PaymentProblems.require(paying.pay(pay, caller.name()), account.currency());
        var view = view(payment);
        return ResponseEntity.created(URI.create(view.href()))
                .eTag(IfMatch.tag(payment.version()))
                .body(view);
    }

    @GetMapping
    @Access({"BILLING_VIEW", "BILLING_PAY", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(operationId = "listPayments", summary = "Payments, newest first")
    @Parameter(name = "state", description = "SCHEDULED, PROCESSING, POSTED, FAILED, CANCELLED or REVERSED")
    @Parameter(name = "method", description = "CARD, ACH, WIRE or CHECK")
    ResponseEntity<Page<PaymentView>> list(ListRequest request, Caller caller) {
        accounts.requireEach(request.filter("accountId"), caller);
        var page = changing.list(caller.enterprise(), request);
        var uses = changing.uses(page.items());
        return page.map(payment -> PaymentView.of(payment, uses)).toResponse();
    }

    @GetMapping("/{paymentId}")
    @Access({"BILLING_VIEW", "BILLING_PAY", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(operationId = "getPayment", summary = "One payment, and what it settles")
    ResponseEntity<PaymentView> get(@PathVariable String paymentId) {
        return answer(find(paymentId));
    }

    @GetMapping(path = "/{paymentId}/receipt", produces = MediaType.TEXT_HTML_VALUE)
    @Access({"BILLING_VIEW", "BILLING_PAY", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(operationId = "getPaymentReceipt", summary = "The receipt of a posted payment, as a page")
    ResponseEntity<String> receipt(@PathVariable String paymentId) {
        var payment = find(paymentId);
        var account = accounts.find(payment.accountId()).orElseThrow();
        var page = receipts.html(view(payment), account)
                .orElseThrow(() -> Problem.notFound("A receipt of the payment " + paymentId));
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(page);
    }

    @DeleteMapping("/{paymentId}")
    @Access("BILLING_PAY")
    @Operation(operationId = "cancelPayment", summary = "Call a scheduled payment off, before its day begins")
    ResponseEntity<PaymentView> cancel(@PathVariable String paymentId, IfMatch ifMatch) {
        ifMatch.require(find(paymentId).version());
        return answer(PaymentProblems.require(changing.cancel(paymentId)));
    }

    @PostMapping("/{paymentId}/reversal")
    @IdempotentWrite
    @Access("BILLING_COORDINATOR")
    @Operation(
            operationId = "reversePayment",
            summary =
                    "Note that the money of a posted payment went back, as of a bounced cheque or a chargeback; what it settled is owed again")
    ResponseEntity<PaymentView> reverse(
            @PathVariable String paymentId, @RequestBody NewReversal reversal, IfMatch ifMatch, Caller caller) {
        ifMatch.require(find(paymentId).version());
        return answer(PaymentProblems.require(changing.reverse(paymentId, reversal.reason(), caller.name())));
    }

    private Payment find(String paymentId) {
        return changing.find(paymentId).orElseThrow(() -> Problem.notFound("The payment " + paymentId));
    }

    private PaymentView view(Payment payment) {
        return PaymentView.of(payment, changing.uses(List.of(payment)));
    }

    private ResponseEntity<PaymentView> answer(Payment payment) {
        return ResponseEntity.ok().eTag(IfMatch.tag(payment.version())).body(view(payment));
    }
}
