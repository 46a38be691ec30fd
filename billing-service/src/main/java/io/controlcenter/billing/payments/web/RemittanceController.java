package io.controlcenter.billing.payments.web;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.payments.application.ChangingPayments;
import io.controlcenter.billing.payments.application.PostingRemittances;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.PaymentWay;
import io.controlcenter.billing.payments.web.PaymentInputs.NewRemittance;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money that has come to the bank. */
@RestController
@RequestMapping(path = "/api/v{version}/remittances", version = "1")
@Tag(name = "Payments")
class RemittanceController {

    private final PostingRemittances posting;
    private final ChangingPayments changing;
    private final ReadingAccounts accounts;

    RemittanceController(PostingRemittances posting, ChangingPayments changing, ReadingAccounts accounts) {
        this.posting = posting;
        this.changing = changing;
        this.accounts = accounts;
    }

    @PostMapping
    @IdempotentWrite(keyRequired = true)
    @Access({"BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "postRemittance",
            summary = "Post a wire, a cheque or an ACH credit that has come; more than is owed becomes a credit")
    ResponseEntity<PaymentView> post(@RequestBody NewRemittance wanted, Caller caller) {
        var account = accounts.named(wanted.accountId(), caller);
        var wrong = PaymentInputs.flaws(wanted.amount(), wanted.applications(), account.currency());
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable(wrong);
        }
        var remittance = new PostingRemittances.Remittance(
                account,
                Payment.Origin.STAFF,
                PaymentWay.valueOf(wanted.method().name()),
                wanted.amount().amount(),
                wanted.receivedOn(),
                wanted.reference(),
                PaymentInputs.parts(wanted.applications()));
        var payment = PaymentProblems.requireRemittance(posting.post(remittance, caller.name()), account.currency());
        var view = PaymentView.of(payment, changing.uses(List.of(payment)));
        return ResponseEntity.created(URI.create(view.href()))
                .eTag(IfMatch.tag(payment.version()))
                .body(view);
    }
}
