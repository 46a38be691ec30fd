package io.controlcenter.identity.accountgroups;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.MergePatch;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Account groups of the active enterprise. Whoever could change a group could change rights, so administrators do. */
@RestController
@RequestMapping(path = "/api/v{version}/account-groups", version = "1")
@Tag(name = "Account groups")
class AccountGroupController {

    @Schema(name = "NewAccountGroup")
    record NewGroup(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Size(max = 1000) List<@NotBlank String> accountIds) {}

    /** JSON Merge Patch on these properties; the accounts are replaced as a whole. */
    @Schema(name = "AccountGroupPatch")
    record GroupPatch(
            @Nullable @Size(max = 100) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String name,

            @Nullable @Size(max = 1000) List<@NotBlank String> accountIds) {}

    @Schema(name = "AccountGroup")
    record GroupView(String groupId, String href, String name, List<String> accountIds, Instant createdAt) {

        static GroupView of(AccountGroup group) {
            return new GroupView(
                    group.groupId(),
                    "/api/v1/account-groups/" + group.groupId(),
                    group.name(),
                    group.accountIds(),
                    group.createdAt());
        }
    }

    private final AccountGroups groups;

    AccountGroupController(AccountGroups groups) {
        this.groups = groups;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"ENTERPRISE_ADMIN", "OPERATIONS"})
    @Operation(operationId = "createAccountGroup", summary = "Name a set of accounts, to grant them as one")
    ResponseEntity<GroupView> create(@RequestBody NewGroup wanted, Caller caller) {
        var created = groups.create(caller.enterprise(), wanted.name(), wanted.accountIds());
        return answer(ResponseEntity.created(URI.create("/api/v1/account-groups/" + created.groupId())), created);
    }

    @GetMapping
    @Access({"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS", "CUSTOMER_SUCCESS"})
    @Operation(operationId = "listAccountGroups", summary = "The account groups of the enterprise, newest first")
    @Parameter(name = "name", description = "Only the group with this name")
    ResponseEntity<Page<GroupView>> list(ListRequest request, Caller caller) {
        return groups.list(caller.enterprise(), request).map(GroupView::of).toResponse();
    }

    @GetMapping("/{groupId}")
    @Access({"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS", "CUSTOMER_SUCCESS"})
    @Operation(operationId = "getAccountGroup", summary = "One account group")
    ResponseEntity<GroupView> get(@PathVariable String groupId, Caller caller) {
        return answer(ResponseEntity.ok(), groups.require(caller.enterprise(), groupId));
    }

    @PatchMapping("/{groupId}")
    @Access({"ENTERPRISE_ADMIN", "OPERATIONS"})
    @Operation(
            operationId = "patchAccountGroup",
            summary = "Rename a group or replace its accounts; works for everybody who was granted it, within seconds")
    ResponseEntity<GroupView> patch(
            @PathVariable String groupId,
            @RequestBody GroupPatch patch,
            MergePatch nulls,
            IfMatch ifMatch,
            Caller caller) {
        return answer(
                ResponseEntity.ok(),
                groups.change(caller.enterprise(), groupId, ifMatch::require, patch.name(), patch.accountIds()));
    }

    @DeleteMapping("/{groupId}")
    @Access({"ENTERPRISE_ADMIN", "OPERATIONS"})
    @Operation(operationId = "deleteAccountGroup", summary = "End a group; it is taken out of every membership")
    ResponseEntity<Void> delete(@PathVariable String groupId, IfMatch ifMatch, Caller caller) {
        groups.delete(caller.enterprise(), groupId, ifMatch::require);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<GroupView> answer(ResponseEntity.BodyBuilder response, AccountGroup group) {
        return response.eTag(IfMatch.tag(group.version())).body(GroupView.of(group));
    }
}
