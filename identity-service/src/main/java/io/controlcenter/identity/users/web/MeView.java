package io.controlcenter.identity.users.web;

import io.controlcenter.identity.enterprises.Enterprise;
import io.controlcenter.identity.enterprises.Segment;
import io.controlcenter.identity.users.application.PartnerClients.PartnerClient;
import io.controlcenter.identity.users.domain.UserSnapshot;
import io.controlcenter.platform.security.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls: a person, or a partner's program, which has a clientId instead of a userId and no profile. */
@Schema(name = "Me")
record MeView(
        @Nullable String userId,

        @Schema(description = "Of a partner's program") @Nullable
        String clientId,

        @Nullable String username,
        String name,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String phone,
        @Nullable String timeZone,
        Caller.Actor actor,

        @Schema(description = "The enterprise that this request acts on; absent when none is chosen") @Nullable
        ActiveEnterprise activeEnterprise,

        @Nullable String defaultEnterpriseId,
        List<String> permissions,
        boolean allAccounts,
        List<String> accountIds,

        @Schema(description = "True until the user chose notifications once, or said that there are none to choose")
        boolean notificationSetupRequired,

        @Nullable Instant lastSignInAt) {

    record ActiveEnterprise(
            String enterpriseId, String name, @Nullable String customName, Segment segment) {

        static ActiveEnterprise of(Enterprise enterprise) {
            return new ActiveEnterprise(
                    enterprise.enterpriseId(), enterprise.name(), enterprise.customName(), enterprise.segment());
        }
    }

    static MeView of(UserSnapshot user, Caller caller, @Nullable ActiveEnterprise active) {
        var profile = user.profile();
        return new MeView(
                user.userId(),
                null,
                user.username(),
                profile.name(),
                profile.email(),
                profile.firstName(),
                profile.lastName(),
                profile.phone(),
                profile.timeZone(),
                caller.actor(),
                active,
                user.defaultEnterprise(),
                sorted(caller.permissions()),
                caller.accounts() == null,
                sorted(caller.accounts()),
                user.notificationSetupRequired(),
                user.lastSignInAt());
    }

    static MeView of(PartnerClient client, Caller caller, @Nullable ActiveEnterprise active) {
        return new MeView(
                null,
                client.clientId(),
                null,
                client.name(),
                null,
                null,
                null,
                null,
                null,
                caller.actor(),
                active,
                null,
                sorted(caller.permissions()),
                caller.accounts() == null,
                sorted(caller.accounts()),
                false,
                null);
    }

    private static List<String> sorted(@Nullable Set<String> values) {
        return Objects.requireNonNullElse(values, Set.<String>of()).stream()
                .sorted()
                .toList();
    }
}
