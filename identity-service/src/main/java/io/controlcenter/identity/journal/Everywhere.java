package io.controlcenter.identity.journal;

import io.controlcenter.platform.tenancy.TenantScope;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction over all enterprises, for what concerns a person wherever they work: signing in, passwords, second
 * factors. Only for the person's own rows; never handed an enterprise by a caller.
 */
@Component
public class Everywhere {

    private final TransactionTemplate transaction;

    Everywhere(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** Does work in one transaction. */
    public <T> T call(Supplier<T> work) {
        return TenantScope.call(TenantScope.ALL, () -> transaction.execute(_ -> work.get()));
    }

    public void run(Runnable work) {
        TenantScope.run(TenantScope.ALL, () -> transaction.executeWithoutResult(_ -> work.run()));
    }
}
