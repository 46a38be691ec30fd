package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.payments.domain.PaymentMethod;
import io.controlcenter.billing.payments.domain.PaymentWay;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cards and bank accounts that an account is paid with. */
@Service
@Transactional
public class KeepingMethods {

    private final PaymentMethods methods;
    private final AuditTrail audit;
    private final Clock clock;

    KeepingMethods(PaymentMethods methods, AuditTrail audit, Clock clock) {
        this.methods = methods;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expires of a card */
    public record NewMethod(
            PaymentWay kind,
            String token,
            String label,
            @Nullable String last4,
            @Nullable YearMonth expires) {}

    public PaymentMethod add(BillingAccount account, NewMethod wanted, String by) {
        var method = new PaymentMethod(
                methods.nextId(),
                account.enterpriseId(),
                account.accountId(),
                wanted.kind(),
                wanted.token(),
                wanted.label(),
                wanted.last4(),
                wanted.expires(),
                clock.instant(),
                by,
                null);
        methods.add(method);
        written("payment-method.added", method);
        return method;
    }

    @Transactional(readOnly = true)
    public List<PaymentMethod> list(String accountId) {
        return methods.list(accountId);
    }

    /** False when AutoPay or a scheduled payment relies on it. */
    public boolean remove(String methodId) {
        var method = methods.find(methodId)
                .filter(PaymentMethod::isUsable)
                .orElseThrow(() -> Problem.notFound("The payment method " + methodId));
        if (methods.isNeeded(methodId)) {
            return false;
        }
        methods.remove(methodId, clock.instant());
        written("payment-method.removed", method);
        return true;
    }

    /** The token stays out of the trail. */
    private void written(String action, PaymentMethod method) {
        audit.record(
                method.enterpriseId(),
                action,
                "payment-method",
                method.methodId(),
                null,
                method.kind() + " " + method.label());
    }
}
