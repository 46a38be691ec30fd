package io.controlcenter.identity.permissions;

import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of what can be granted, for those who grant. */
@RestController
@RequestMapping(path = "/api/v{version}/permissions", version = "1")
@Tag(name = "Permissions")
class PermissionController {

    record CatalogueView(List<SectionView> sections, List<RoleView> providerRoles) {}

    record SectionView(Section code, String name, List<PermissionView> permissions) {}

    record PermissionView(String code, String description) {}

    record RoleView(String code, String title) {}

    @GetMapping
    @Access(reach = Reach.SELF)
    @Operation(operationId = "listPermissions", summary = "Permissions by section, and the roles of provider staff")
    CatalogueView list() {
        var sections = Arrays.stream(Section.values())
                .map(section -> new SectionView(
                        section,
                        section.title(),
                        section.permissions().stream()
                                .map(permission -> new PermissionView(permission.name(), permission.description()))
                                .toList()))
                .toList();
        var roles = Arrays.stream(ProviderRole.values())
                .map(role -> new RoleView(role.name(), role.title()))
                .toList();
        return new CatalogueView(sections, roles);
    }
}
