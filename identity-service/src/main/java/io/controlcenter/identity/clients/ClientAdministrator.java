package io.controlcenter.identity.clients;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who administers clients: the provider's operations those of everybody, an enterprise's administrator its own. Nobody
 * gives a client more than they have, or gets hold of one that has more.
 *
 * @param enterpriseId the one that is acted for; null for all
 * @param accounts those that they may use themselves; null for all
 */
record ClientAdministrator(
        @Nullable String enterpriseId,
        boolean ofProvider,
        Set<String> permissions,
        @Nullable Set<String> accounts) {

    static ClientAdministrator of(Caller caller) {
        return new ClientAdministrator(
                caller.enterpriseId(), caller.isProvider(), caller.permissions(), caller.accounts());
    }

    /** @throws Problem 403 when the client has, or would get, more than they have */
    void requireAtLeast(ApiClient client) {
        if (!ofProvider && !permissions.containsAll(client.permissions())) {
            throw Problem.forbidden("permissions-beyond-own", "The client has permissions that you do not have.");
        }
        if (accounts != null && (client.accountIds() == null || !accounts.containsAll(client.accountIds()))) {
            throw Problem.forbidden("accounts-beyond-own", "The client works on accounts that you may not use.");
        }
    }
}
