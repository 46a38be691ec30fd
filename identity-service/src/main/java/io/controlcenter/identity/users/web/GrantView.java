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
        List<String> accountIds,
        Instant grantedAt) {

    static GrantView of(Grant grant) {
        return new GrantView(
                grant.enterpriseId(),
                grant.admin(),
                grant.admin() ? Permission.names() : grant.permissions(),
                grant.allAccounts(),
                grant.accountIds(),
                grant.grantedAt());
    }
}
