package io.controlcenter.identity.users.web;

import io.controlcenter.identity.permissions.Permission;
import io.controlcenter.identity.permissions.Section;
import io.controlcenter.identity.users.domain.Wanted;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a user may do on an enterprise: tasks one by one or by section, accounts one by one, by group or all. */
@Schema(name = "GrantInput")
public record GrantInput(
        @Schema(description = "Everything; the same as the permission ENTERPRISE_ADMIN") @Nullable
        Boolean admin,

        @Schema(description = "Single tasks") @Nullable @Size(max = 50)
        List<Permission> permissions,

        @Schema(description = "All tasks that these sections of the catalogue have now") @Nullable @Size(max = 10)
        List<Section> sections,

        @Schema(description = "All accounts of the enterprise, also later ones") @Nullable
        Boolean allAccounts,

        @Schema(description = "Otherwise these; without accounts no task can be done") @Nullable @Size(max = 100)
        List<@NotBlank String> accountIds,

        @Schema(description = "And whatever is in these account groups, now and later") @Nullable @Size(max = 100)
        List<@NotBlank String> accountGroupIds,

        @Schema(description = "Instead of all the others: the same rights as this member of the enterprise has now")
        @Nullable
        String sameAsUserId) {

    boolean namesMoreThanSameAs() {
        return Stream.of(admin, permissions, sections, allAccounts, accountIds, accountGroupIds)
                .anyMatch(Objects::nonNull);
    }

    Wanted toWanted() {
        var asked = Stream.concat(
                        orNone(permissions).stream(), orNone(sections).stream().flatMap(s -> s.permissions().stream()))
                .distinct()
                .sorted()
                .toList();
        var admins = Boolean.TRUE.equals(admin) || asked.contains(Permission.ENTERPRISE_ADMIN);
        var all = admins || Boolean.TRUE.equals(allAccounts);
        return new Wanted(
                admins,
                asked.stream()
                        .filter(permission -> permission != Permission.ENTERPRISE_ADMIN)
                        .map(Permission::name)
                        .toList(),
                all,
                all ? List.of() : orNone(accountIds).stream().distinct().toList(),
                all ? List.of() : orNone(accountGroupIds).stream().distinct().toList());
    }

    private static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
