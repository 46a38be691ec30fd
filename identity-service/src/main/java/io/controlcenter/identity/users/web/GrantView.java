package io.controlcenter.identity.users.web;

import io.controlcenter.identity.permissions.Permission;
import io.controlcenter.identity.users.domain.Grant;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A user's rights on an enterprise, as they work: an administrator has every permission. */
@Schema(name = "Membership")
record GrantView(
        String enterpriseId,
        boolean admin,
        List<String> permissions,
        boolean allAccounts,
        @Schema(description = "As listed one by one") List<String> accountIds,
        List<String> accountGroupIds,

        @Schema(description = "Those that count: listed or in a group; empty when all accounts are granted")
        List<String> effectiveAccountIds,

        Instant grantedAt) {

    static GrantView of(Grant grant) {
        return new GrantView(
                grant.enterpriseId(),
                grant.admin(),
                grant.admin() ? Permission.names() : grant.permissions(),
                grant.allAccounts(),
                grant.listedAccountIds(),
                grant.accountGroupIds(),
                grant.accountIds(),
                grant.grantedAt());
    }
}
