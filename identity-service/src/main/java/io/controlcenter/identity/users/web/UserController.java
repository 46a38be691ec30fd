package io.controlcenter.identity.users.web;

import io.controlcenter.identity.permissions.ProviderRole;
import io.controlcenter.identity.users.application.ChangingUsers;
import io.controlcenter.identity.users.application.Decision;
import io.controlcenter.identity.users.application.InvitingUsers;
import io.controlcenter.identity.users.application.ReadingUsers;
import io.controlcenter.identity.users.domain.Profile;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.MergePatch;
import io.controlcenter.platform.web.Page;
import io.controlcenter.platform.web.Removable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Inviting, reading and changing users. */
@RestController
@RequestMapping(path = "/api/v{version}/users", version = "1")
@Tag(name = "Users")
class UserController {

    private static final String PHONE = "\\+?[0-9 ()./-]{3,40}";

    record NewUser(
            @NotBlank
            @Size(max = 100)
            @Pattern(regexp = "[A-Za-z0-9._@+-]+", message = "has letters, digits and . _ @ + - only")
            String username,

            @NotBlank @Email @Size(max = 200) String email,
            @NotBlank @Size(max = 100) String firstName,
            @NotBlank @Size(max = 100) String lastName,

            @Nullable @Pattern(regexp = PHONE, message = "is no phone number")
            String phone,

            @NotNull @IanaZone @Schema(example = "America/Chicago")
            String timeZone,

            @Schema(description = "For provider staff, who get no membership") @Nullable @Size(max = 9)
            List<ProviderRole> providerRoles,

            @Schema(description = "For a customer's user: the rights on the active enterprise") @Nullable @Valid
            GrantInput membership) {

        Profile profile() {
            return new Profile(email, firstName, lastName, phone, timeZone);
        }
    }

    /** JSON Merge Patch on these properties; provider roles are the provider's to change. */
    record UserPatch(
            @Nullable @Email @Size(max = 200) String email,
            @Nullable @Size(min = 1, max = 100) String firstName,
            @Nullable @Size(min = 1, max = 100) String lastName,

            @Removable @Nullable @Pattern(regexp = PHONE, message = "is no phone number")
            String phone,

            @Nullable @IanaZone String timeZone,
            @Nullable @Size(min = 1, max = 9) List<ProviderRole> providerRoles) {

        Profile onto(Profile profile, MergePatch nulls) {
            return new Profile(
                    Objects.requireNonNullElse(email, profile.email()),
                    Objects.requireNonNullElse(firstName, profile.firstName()),
                    Objects.requireNonNullElse(lastName, profile.lastName()),
                    phone == null && !nulls.removes("phone") ? profile.phone() : phone,
                    Objects.requireNonNullElse(timeZone, profile.timeZone()));
        }
    }

    private final InvitingUsers inviting;
    private final ChangingUsers changing;
    private final ReadingUsers reading;
    private final GrantInputs inputs;

    UserController(InvitingUsers inviting, ChangingUsers changing, ReadingUsers reading, GrantInputs inputs) {
        this.inviting = inviting;
        this.changing = changing;
        this.reading = reading;
        this.inputs = inputs;
    }

    @PostMapping
    @IdempotentWrite
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "inviteUser",
            summary =
                    "Invite a user by mail: into the active enterprise with a membership, or provider staff with roles")
    ResponseEntity<UserView> invite(@RequestBody NewUser wanted, Caller caller) {
        var roles = names(wanted.providerRoles());
        var invited = UserProblems.require(roles.isEmpty() ? customer(wanted, caller) : staff(wanted, roles, caller));
        return answer(
                ResponseEntity.created(URI.create("/api/v1/users/" + invited.userId())), caller, invited.userId());
    }

    private Decision customer(NewUser wanted, Caller caller) {
        if (wanted.membership() == null) {
            throw Problem.unprocessable(Violation.missing(
                    "/membership", "A customer's user needs one; provider staff have providerRoles."));
        }
        return inviting.customer(
                wanted.username(),
                wanted.profile(),
                caller.enterprise(),
                inputs.wanted(wanted.membership(), caller.enterprise(), "/membership"),
                "/membership",
                Callers.granter(caller));
    }

    private Decision staff(NewUser wanted, List<String> roles, Caller caller) {
        requireProvider(caller);
        if (wanted.membership() != null) {
            throw Problem.unprocessable(
                    Violation.invalid("/membership", "Provider staff reach every enterprise by their roles."));
        }
        return inviting.staff(wanted.username(), wanted.profile(), roles);
    }

    private static void requireProvider(Caller caller) {
        if (!caller.isProvider()) {
            throw Problem.forbidden("accessDenied", "Provider roles are the provider's to give.");
        }
    }

    private static List<String> names(@Nullable List<ProviderRole> roles) {
        return roles == null
                ? List.of()
                : roles.stream().distinct().sorted().map(ProviderRole::name).toList();
    }

    @GetMapping
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS", "CUSTOMER_SUCCESS"},
            reach = Reach.SHARED)
    @Operation(operationId = "listUsers", summary = "The users of the enterprise, newest first; of all for operators")
    @Parameter(name = "username", description = "Only the user with this name")
    @Parameter(name = "email", description = "Only users with this address")
    @Parameter(name = "status", description = "INVITED, ACTIVE, INACTIVE or DELETED; several separated by commas")
    @Parameter(name = "staff", description = "True for provider staff only")
    ResponseEntity<Page<UserView>> list(ListRequest request, Caller caller) {
        return reading.list(caller.enterpriseId(), request).map(UserView::of).toResponse();
    }

    @GetMapping("/{userId}")
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS", "CUSTOMER_SUCCESS"},
            reach = Reach.SHARED)
    @Operation(operationId = "getUser", summary = "One user")
    ResponseEntity<UserView> get(@PathVariable String userId, Caller caller) {
        return answer(ResponseEntity.ok(), caller, userId);
    }

    @PatchMapping("/{userId}")
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "patchUser",
            summary = "Change what is known of a user; a phone number of null takes it away")
    ResponseEntity<UserView> patch(
            @PathVariable String userId,
            @RequestBody UserPatch patch,
            MergePatch nulls,
            IfMatch ifMatch,
            Caller caller) {
        if (patch.providerRoles() != null) {
            requireProvider(caller);
        }
        UserProblems.require(changing.change(
                new ChangingUsers.Target(
                        userId, caller.enterpriseId(), Callers.granter(caller).administrator(), ifMatch::require),
                profile -> patch.onto(profile, nulls),
                patch.providerRoles() == null ? null : names(patch.providerRoles())));
        return answer(ResponseEntity.ok(), caller, userId);
    }

    private ResponseEntity<UserView> answer(ResponseEntity.BodyBuilder response, Caller caller, String userId) {
        var found =
                reading.find(caller.enterpriseId(), userId).orElseThrow(() -> Problem.notFound("The user " + userId));
        return response.eTag(IfMatch.tag(found.user().version())).body(UserView.of(found));
    }
}
