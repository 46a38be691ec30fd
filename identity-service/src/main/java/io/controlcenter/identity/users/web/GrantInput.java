package io.controlcenter.identity.users.web;

import io.controlcenter.identity.permissions.Permission;
import io.controlcenter.identity.users.domain.Wanted;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a user may do on an enterprise. */
@Schema(name = "GrantInput")
record GrantInput(
        @Schema(description = "Everything; the same as the permission ENTERPRISE_ADMIN") @Nullable
        Boolean admin,

        @Nullable @Size(max = 50) List<Permission> permissions,

        @Schema(description = "All accounts of the enterprise, also later ones") @Nullable
        Boolean allAccounts,

        @Schema(description = "Otherwise these; without accounts no task can be done") @Nullable @Size(max = 100)
        List<@NotBlank String> accountIds) {

    Wanted toWanted() {
        var asked = Objects.requireNonNullElse(permissions, List.<Permission>of());
        var admins = Boolean.TRUE.equals(admin) || asked.contains(Permission.ENTERPRISE_ADMIN);
        var all = admins || Boolean.TRUE.equals(allAccounts);
        return new Wanted(
                admins,
                asked.stream()
                        .filter(permission -> permission != Permission.ENTERPRISE_ADMIN)
                        .distinct()
                        .sorted()
                        .map(Permission::name)
                        .toList(),
                all,
                all
                        ? List.of()
                        : Objects.requireNonNullElse(accountIds, List.<String>of()).stream()
                                .distinct()
                                .toList());
    }
}
