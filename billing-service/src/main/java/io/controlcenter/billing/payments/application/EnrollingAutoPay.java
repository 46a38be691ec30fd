package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.platform.audit.AuditTrail;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Switches AutoPay on and off. */
@Service
@Transactional
public class EnrollingAutoPay {

    private final AutoPays autoPays;
    private final PaymentMethods methods;
    private final AuditTrail audit;
    private final Clock clock;

    EnrollingAutoPay(AutoPays autoPays, PaymentMethods methods, AuditTrail audit, Clock clock) {
        this.autoPays = autoPays;
        this.methods = methods;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<AutoPay> find(String accountId) {
        return autoPays.find(accountId);
    }

    /** Empty when the account has no such payment method. */
    public Optional<AutoPay> enroll(
            BillingAccount account, String methodId, @Nullable BigDecimal limit, LongConsumer expected, String by) {
        if (methods.find(methodId)
                .filter(method -> method.isUsable() && method.accountId().equals(account.accountId()))
                .isEmpty()) {
            return Optional.empty();
        }
        var before = autoPays.find(account.accountId());
        before.ifPresent(enrolled -> expected.accept(enrolled.version()));
        var after = new AutoPay(
                account.accountId(),
                account.enterpriseId(),
                methodId,
                limit,
                before.map(AutoPay::enrolledAt).orElse(clock.instant()),
                by,
                before.map(AutoPay::version).orElse(0L) + 1);
        autoPays.save(after);
        audit.record(
                account.enterpriseId(),
                "autopay.enrolled",
                "billing-account",
                account.accountId(),
                before.orElse(null),
                after);
        return Optional.of(after);
    }

    /** False when it was not on. */
    public boolean leave(BillingAccount account) {
        var before = autoPays.find(account.accountId());
        if (before.isEmpty()) {
            return false;
        }
        autoPays.remove(account.accountId());
        audit.record(
                account.enterpriseId(), "autopay.left", "billing-account", account.accountId(), before.get(), null);
        return true;
    }
}
