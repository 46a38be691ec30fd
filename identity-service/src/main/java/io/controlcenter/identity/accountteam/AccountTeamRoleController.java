package io.controlcenter.identity.accountteam;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roles of account teams: names and responsibilities are the provider's words, kept as data (handbook S6, S23). */
@RestController
@RequestMapping(path = "/api/v{version}/account-team-roles", version = "1")
@Tag(name = "Account team")
class AccountTeamRoleController {

    @Schema(name = "AccountTeamRoles")
    record Roles(List<Role> items) {}

    @Schema(name = "AccountTeamRole")
    record Role(String code, String name, String responsibility) {}

    @Schema(name = "AccountTeamRoleInput")
    record RoleInput(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 1000) String responsibility) {}

    private final JdbcClient db;
    private final AuditTrail audit;

    AccountTeamRoleController(JdbcClient db, AuditTrail audit) {
        this.db = db;
        this.audit = audit;
    }

    @GetMapping
    @Access(reach = Reach.SELF)
    @Operation(operationId = "listAccountTeamRoles", summary = "Who can be on an account team, and what they do")
    Roles list() {
        return new Roles(db.sql("select code, name, responsibility from account_team_role order by position")
                .query((row, _) -> new Role(row.getString(1), row.getString(2), row.getString(3)))
                .list());
    }

    @PutMapping("/{code}")
    @Transactional
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(
            operationId = "putAccountTeamRole",
            summary = "Add a role, or word it anew; teams show the new words at once")
    ResponseEntity<Role> put(@PathVariable String code, @RequestBody RoleInput wanted) {
        if (!code.matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw Problem.unprocessable("invalidValue", "A role's code is like SERVICE_MANAGER.");
        }
        var before = find(code);
        var role = new Role(code, wanted.name(), wanted.responsibility());
        db.sql("""
                        insert into account_team_role (position, code, name, responsibility)
                        values ((select max(position) + 1 from account_team_role), :code, :name, :responsibility)
                        on conflict (code) do update set name = :name, responsibility = :responsibility""")
                .param("code", code)
                .param("name", wanted.name())
                .param("responsibility", wanted.responsibility())
                .update();
        audit.record(null, "account-team-role.put", "account-team-role", code, before.orElse(null), role);
        return ResponseEntity.status(before.isEmpty() ? 201 : 200).body(role);
    }

    private Optional<Role> find(String code) {
        return db.sql("select code, name, responsibility from account_team_role where code = :code")
                .param("code", code)
                .query((row, _) -> new Role(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }
}
