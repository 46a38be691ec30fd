package io.controlcenter.identity.users.web;

import io.controlcenter.identity.enterprises.Enterprise;
import io.controlcenter.identity.enterprises.Segment;
import io.controlcenter.identity.users.application.OwnProfile;
import io.controlcenter.identity.users.domain.UserSnapshot;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is, and which enterprises they can act on. */
@RestController
@RequestMapping(path = "/api/v{version}/me", version = "1")
@Tag(name = "Me")
class MeController {

    @Schema(name = "Me")
    record MeView(
            String userId,
            String username,
            String email,
            String firstName,
            String lastName,
            @Nullable String phone,
            String timeZone,
            Caller.Actor actor,

            @Schema(description = "The enterprise that this request acts on; absent when none is chosen") @Nullable
            ActiveEnterprise activeEnterprise,

            @Nullable String defaultEnterpriseId,
            List<String> permissions,
            boolean allAccounts,
            List<String> accountIds,

            @Schema(description = "True until the user chose notifications once, or said that there are none to choose")
            boolean notificationSetupRequired,

            @Nullable Instant lastSignInAt) {}

    record ActiveEnterprise(
            String enterpriseId, String name, @Nullable String customName, Segment segment) {

        static ActiveEnterprise of(Enterprise enterprise) {
            return new ActiveEnterprise(
                    enterprise.enterpriseId(), enterprise.name(), enterprise.customName(), enterprise.segment());
        }
    }

    record MyEnterprises(List<MyEnterprise> items) {}

    record MyEnterprise(
            String enterpriseId,
            String name,
            @Nullable String customName,
            Segment segment,
            boolean isDefault,
            GrantView membership) {

        static MyEnterprise of(OwnProfile.Membership membership) {
            var enterprise = membership.enterprise();
            return new MyEnterprise(
                    enterprise.enterpriseId(),
                    enterprise.name(),
                    enterprise.customName(),
                    enterprise.segment(),
                    membership.isDefault(),
                    GrantView.of(membership.grant()));
        }
    }

    record DefaultEnterprise(@NotBlank String enterpriseId) {}

    private final OwnProfile profile;
    private final io.controlcenter.identity.enterprises.Enterprises enterprises;

    MeController(OwnProfile profile, io.controlcenter.identity.enterprises.Enterprises enterprises) {
        this.profile = profile;
        this.enterprises = enterprises;
    }

    @GetMapping
    @Access(reach = Reach.SELF)
    @Operation(operationId = "getMe", summary = "Who I am, the active enterprise, and what I may do there")
    MeView me(Caller caller) {
        return view(require(caller), caller);
    }

    private UserSnapshot require(Caller caller) {
        return profile.find(caller.subject()).orElseThrow(() -> Problem.notFound("Your profile"));
    }

    private MeView view(UserSnapshot user, Caller caller) {
        return new MeView(
                user.userId(),
                user.username(),
                user.profile().email(),
                user.profile().firstName(),
                user.profile().lastName(),
                user.profile().phone(),
                user.profile().timeZone(),
                caller.actor(),
                active(caller),
                user.defaultEnterprise(),
                caller.permissions().stream().sorted().toList(),
                caller.accounts() == null,
                Objects.requireNonNullElse(caller.accounts(), java.util.Set.<String>of()).stream()
                        .sorted()
                        .toList(),
                user.notificationSetupRequired(),
                user.lastSignInAt());
    }

    private @Nullable ActiveEnterprise active(Caller caller) {
        return caller.enterpriseId() == null
                ? null
                : enterprises
                        .find(caller.enterpriseId())
                        .map(ActiveEnterprise::of)
                        .orElse(null);
    }

    @GetMapping("/enterprises")
    @Access(reach = Reach.SELF)
    @Operation(operationId = "listMyEnterprises", summary = "The enterprises that I can act on, and my default")
    MyEnterprises enterprises(Caller caller) {
        return new MyEnterprises(profile.memberships(caller.subject()).stream()
                .map(MyEnterprise::of)
                .toList());
    }

    @PutMapping("/default-enterprise")
    @Access(reach = Reach.SELF)
    @Operation(
            operationId = "setDefaultEnterprise",
            summary = "Choose the enterprise that is active unless I name another one")
    MeView chooseDefault(@RequestBody DefaultEnterprise wanted, Caller caller) {
        return view(UserProblems.require(profile.chooseDefault(caller.subject(), wanted.enterpriseId())), caller);
    }

    @DeleteMapping("/default-enterprise")
    @Access(reach = Reach.SELF)
    @Operation(operationId = "clearDefaultEnterprise", summary = "Have no default enterprise any more")
    ResponseEntity<Void> clearDefault(Caller caller) {
        UserProblems.require(profile.clearDefault(caller.subject()));
        return ResponseEntity.noContent().build();
    }
}
