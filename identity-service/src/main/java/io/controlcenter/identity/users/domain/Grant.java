package io.controlcenter.identity.users.domain;

import java.time.Instant;
import java.util.List;

/**
 * What a user may do on one enterprise: member, permissions and accounts are three things, and all three must allow
 * (handbook S67).
 *
 * @param admin has every permission
 * @param accountIds empty when all accounts are granted
 * @param version rises also when a grant was revoked and given again
 */
public record Grant(
        String userId,
        String enterpriseId,
        boolean admin,
        List<String> permissions,
        boolean allAccounts,
        List<String> accountIds,
        Instant grantedAt,
        long version) {}
