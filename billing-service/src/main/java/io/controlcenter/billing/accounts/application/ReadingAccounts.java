package io.controlcenter.billing.accounts.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts to look at. */
public interface ReadingAccounts {

    Optional<BillingAccount> find(String accountId);

    /** The account that a request body names: not assigned to the caller 403, unknown 422 (domain b.0). */
    default BillingAccount named(String accountId, Caller caller) {
        if (!caller.mayUseAccount(accountId)) {
            throw Problem.forbidden("account-forbidden", "The account " + accountId + " is not assigned to you.");
        }
        return find(accountId)
                .orElseThrow(() -> Problem.unprocessable(
                        Violation.referenceNotFound("/accountId", "There is no account " + accountId + ".")));
    }

    Page<BillingAccount> list(String enterpriseId, ListRequest request);

    /**
     * For the account filter of a list, null, one, or several separated by commas: of another enterprise or unknown 404,
     * not assigned to the caller 403 (domain b.0).
     */
    void requireEach(@Nullable String accountIds, Caller caller);
}
