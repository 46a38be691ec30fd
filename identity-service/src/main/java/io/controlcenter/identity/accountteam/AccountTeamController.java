package io.controlcenter.identity.accountteam;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people at the provider who look after an enterprise, for everybody who works with it. */
@RestController
@RequestMapping(path = "/api/v{version}/enterprises/{enterpriseId}/account-team", version = "1")
@Tag(name = "Account team")
class AccountTeamController {

    record TeamView(List<AccountTeam.Member> members) {}

    record MemberInput(
            @NotBlank String role,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 40) String phone,
            @NotBlank @Email @Size(max = 200) String email,
            @NotNull Boolean primary) {

        AccountTeam.NewMember toMember() {
            return new AccountTeam.NewMember(role, name, phone, email, primary);
        }
    }

    record TeamInput(@NotEmpty @Size(max = 50) List<@Valid MemberInput> members) {}

    private final AccountTeam team;

    AccountTeamController(AccountTeam team) {
        this.team = team;
    }

    @GetMapping
    @Access(
            value = {
                "ENTERPRISE_ADMIN",
                "USER_ADMIN",
                "QUOTE_WRITE",
                "ORDER_VIEW",
                "ORDER_WRITE",
                "ORDER_CHARGE_APPROVE",
                "REPAIR_VIEW",
                "REPAIR_WRITE",
                "REPAIR_ESCALATE",
                "MAINT_VIEW",
                "MAINT_INQUIRE",
                "BILLING_VIEW",
                "BILLING_REQUEST_WRITE",
                "BILLING_PAY",
                "NOTIFY_SELF",
                "NOTIFY_ADMIN",
                "OPERATIONS",
                "CUSTOMER_SUCCESS",
                "SALES",
                "SALES_ENGINEER",
                "CCM",
                "TECHNICIAN",
                "BILLING_COORDINATOR"
            },
            reach = Reach.SHARED)
    @Operation(operationId = "getAccountTeam", summary = "Who looks after the enterprise; the primary contact first")
    TeamView get(@PathVariable String enterpriseId) {
        return new TeamView(team.of(enterpriseId));
    }

    @PostMapping
    @IdempotentWrite
    @Access(
            value = {"OPERATIONS", "CUSTOMER_SUCCESS"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "addAccountTeamMember", summary = "Add a member; the first one is the primary contact")
    ResponseEntity<TeamView> add(@PathVariable String enterpriseId, @RequestBody MemberInput member) {
        var members = team.add(enterpriseId, member.toMember());
        return ResponseEntity.created(URI.create("/api/v1/enterprises/" + enterpriseId + "/account-team"))
                .body(new TeamView(members));
    }

    @PutMapping
    @Access(
            value = {"OPERATIONS", "CUSTOMER_SUCCESS"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "replaceAccountTeam", summary = "Replace the team; exactly one is the primary contact")
    TeamView replace(@PathVariable String enterpriseId, @RequestBody TeamInput input) {
        return new TeamView(team.replace(
                enterpriseId,
                input.members().stream().map(MemberInput::toMember).toList()));
    }
}
