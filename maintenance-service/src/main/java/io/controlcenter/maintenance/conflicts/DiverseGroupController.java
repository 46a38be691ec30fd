package io.controlcenter.maintenance.conflicts;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pairs and groups of services that are diverse to each other. */
@RestController
@RequestMapping(path = "/api/v{version}/diverse-groups", version = "1")
@Tag(name = "Diversity")
class DiverseGroupController {

    record DiverseServices(
            @NotBlank @Size(max = 100) @Schema(example = "Chicago uplinks")
            String name,

            @NotNull @Size(min = 2, max = 50) @Schema(description = "Installed services, two at least")
            List<@NotBlank String> serviceIds) {}

    @Schema(name = "DiverseGroup")
    record GroupView(
            UUID groupId,
            String href,
            String enterpriseId,
            String name,
            List<String> serviceIds,
            Instant createdAt,
            String createdBy) {

        private static GroupView of(DiverseGroup group) {
            return new GroupView(
                    group.groupId(),
                    "/api/v1/diverse-groups/" + group.groupId(),
                    group.enterpriseId(),
                    group.name(),
                    group.serviceIds(),
                    group.createdAt(),
                    group.createdBy());
        }
    }

    private final KeepingGroups keeping;
    private final Groups groups;

    DiverseGroupController(KeepingGroups keeping, Groups groups) {
        this.keeping = keeping;
        this.groups = groups;
    }

    @PostMapping
    @IdempotentWrite
    @Access("MAINT_INQUIRE")
    @Operation(
            operationId = "createDiverseGroup",
            summary = "Mark services as diverse; work that would hit two of them together is a conflict from now on")
    ResponseEntity<GroupView> create(@RequestBody DiverseServices group, Caller caller) {
        var made = keeping.add(caller.enterprise(), group.name(), group.serviceIds(), caller.name());
        return ResponseEntity.created(URI.create("/api/v1/diverse-groups/" + made.groupId()))
                .eTag(IfMatch.tag(made.version()))
                .body(GroupView.of(made));
    }

    @GetMapping
    @Access(
            value = {"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Transactional(readOnly = true)
    @Operation(operationId = "listDiverseGroups", summary = "Diverse groups of which the reader may see all accounts")
    @Parameter(name = "name", description = "Only groups of this name")
    ResponseEntity<Page<GroupView>> list(ListRequest request, Caller caller) {
        return groups.list(caller.enterpriseId(), request).map(GroupView::of).toResponse();
    }

    @GetMapping("/{groupId}")
    @Access(
            value = {"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "getDiverseGroup", summary = "One diverse group")
    ResponseEntity<GroupView> get(@PathVariable UUID groupId) {
        return answer(keeping.find(groupId));
    }

    @PutMapping("/{groupId}")
    @Access("MAINT_INQUIRE")
    @Operation(operationId = "setDiverseGroup", summary = "Another name, or other services")
    ResponseEntity<GroupView> replace(@PathVariable UUID groupId, @RequestBody DiverseServices group, IfMatch ifMatch) {
        return answer(keeping.replace(groupId, ifMatch::require, group.name(), group.serviceIds()));
    }

    @DeleteMapping("/{groupId}")
    @Access("MAINT_INQUIRE")
    @Operation(operationId = "deleteDiverseGroup", summary = "The services are not diverse any more")
    ResponseEntity<Void> remove(@PathVariable UUID groupId, IfMatch ifMatch) {
        keeping.remove(groupId, ifMatch::require);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<GroupView> answer(DiverseGroup group) {
        return ResponseEntity.ok().eTag(IfMatch.tag(group.version())).body(GroupView.of(group));
    }
}
