package io.controlcenter.identity.users.domain;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who grants, and what they may.
 *
 * @param administrator an administrator of the enterprise, or the provider's operations
 * @param accounts those that they may use themselves; null for all
 */
public record Granter(
        String subject, boolean administrator, @Nullable Set<String> accounts) {

    /** Whether this may become of a user's grant; empty when it may. A revoked grant becomes null. */
    public Optional<Refusal> judge(String userId, @Nullable Grant before, @Nullable Wanted after) {
        if (administrator) {
            return Optional.empty();
        }
        if ((before != null && before.admin()) || (after != null && after.admin())) {
            return Optional.of(new Refusal.AdministratorRequired());
        }
        if (userId.equals(subject)) {
            return Optional.of(new Refusal.OwnGrant());
        }
        if (accounts != null && after != null && after.allAccounts()) {
            return Optional.of(new Refusal.AccountsBeyondOwn());
        }
        return Optional.empty();
    }
}
