package io.controlcenter.platform.tenancy;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The enterprise and the accounts that a transaction may see. Held by the thread, told to PostgreSQL when a transaction
 * begins, and enforced there by row-level security: a transaction that nobody scoped sees no tenant's row.
 *
 * @param enterprise an enterprise id; {@code *} for the system's own work; empty for nothing
 * @param accounts comma-separated account ids; {@code *} for all of the enterprise
 */
public record TenantScope(String enterprise, String accounts) {

    private static final String EVERY = "*";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** No tenant's row. */
    public static final TenantScope NOTHING = new TenantScope("", "");

    /** Every tenant's row: scheduled work, events that concern all, provider-wide work queues. */
    public static final TenantScope ALL = new TenantScope(EVERY, EVERY);

    private static final ThreadLocal<@Nullable TenantScope> CURRENT = new ThreadLocal<>();

    /** @param accounts null for all accounts of the enterprise */
    public static TenantScope of(String enterprise, @Nullable Set<String> accounts) {
        if (!isId(enterprise)) {
            throw new IllegalArgumentException("Not the id of one enterprise: " + enterprise);
        }
        return new TenantScope(enterprise, accounts == null ? EVERY : String.join(",", new TreeSet<>(accounts)));
    }

    public static TenantScope of(String enterprise) {
        return of(enterprise, null);
    }

    /** Whether this can be the id of one enterprise: not a wildcard, not blank. */
    public static boolean isId(String enterprise) {
        return ID.matcher(enterprise).matches();
    }

    public static TenantScope current() {
        var scope = CURRENT.get();
        return scope == null ? NOTHING : scope;
    }

    /** Runs work for one tenant, or for all. The scope is fixed when a transaction begins, so none may be running. */
    public static <T> T call(TenantScope scope, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A transaction keeps the scope that it began with");
        }
        var before = CURRENT.get();
        CURRENT.set(scope);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }

    public static void run(TenantScope scope, Runnable work) {
        call(scope, () -> {
            work.run();
            return true;
        });
    }

    /** For the guard at the door, which cannot wrap a request; everybody else uses {@link #call}. */
    public static void enter(TenantScope scope) {
        CURRENT.set(scope);
    }

    public static void leave() {
        CURRENT.remove();
    }
}
