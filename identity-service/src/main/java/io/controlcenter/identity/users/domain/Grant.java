package io.controlcenter.identity.users.domain;

import java.time.Instant;
import java.util.List;

/**
 * What a user may do on one enterprise: member, permissions and accounts are three things, and all three must allow
 * (handbook S67).
 *
 * @param admin has every permission
 * @param accountIds those that count: the listed ones and those of the groups; empty when all accounts are granted
 * @param version rises also when a grant was revoked and given again
 */
public record Grant(
        String userId,
        String enterpriseId,
        boolean admin,
        List<String> permissions,
        boolean allAccounts,
        List<String> accountIds,
        List<String> listedAccountIds,
        List<String> accountGroupIds,
        Instant grantedAt,
        long version) {

    /** As it would be asked for. */
    public Wanted wanted() {
        return new Wanted(admin, permissions, allAccounts, listedAccountIds, accountGroupIds);
    }
}
