package io.controlcenter.identity.users.web;

import io.controlcenter.identity.enterprises.Segment;
import io.controlcenter.identity.users.application.OwnProfile;
import io.controlcenter.identity.users.domain.UserSnapshot;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
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
    @Operation(
            operationId = "getMe",
            summary = "Who I am, the active enterprise, and what I may do there; partners' programs too")
    MeView me(Caller caller) {
        return caller.actor() == Caller.Actor.PARTNER
                ? profile.partner(caller.subject())
                        .map(client -> MeView.of(client, caller, active(caller)))
                        .orElseThrow(() -> Problem.notFound("Your registration"))
                : view(profile.find(caller.subject()).orElseThrow(() -> Problem.notFound("Your profile")), caller);
    }

    private MeView view(UserSnapshot user, Caller caller) {
        return MeView.of(user, caller, active(caller));
    }

    private MeView.@Nullable ActiveEnterprise active(Caller caller) {
        return caller.enterpriseId() == null
                ? null
                : enterprises
                        .find(caller.enterpriseId())
                        .map(MeView.ActiveEnterprise::of)
                        .orElse(null);
    }

    @GetMapping("/enterprises")
    @Access(reach = Reach.SELF)
    @Operation(operationId = "listMyEnterprises", summary = "The enterprises that I can act on, and my default")
    MyEnterprises enterprises(Caller caller) {
        return new MyEnterprises(
                memberships(caller).stream().map(MyEnterprise::of).toList());
    }

    private List<OwnProfile.Membership> memberships(Caller caller) {
        return caller.actor() == Caller.Actor.PARTNER
                ? profile.partnerMemberships(caller.subject())
                : profile.memberships(caller.subject());
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
