package io.controlcenter.maintenance.conflicts;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Customers say which of their services are diverse; what is planned already is looked at at once. */
@Component
@Transactional
class KeepingGroups {

    private final Groups groups;
    private final WatchingConflicts watching;
    private final AuditTrail audit;
    private final Clock clock;

    KeepingGroups(Groups groups, WatchingConflicts watching, AuditTrail audit, Clock clock) {
        this.groups = groups;
        this.watching = watching;
        this.audit = audit;
        this.clock = clock;
    }

    DiverseGroup add(String enterpriseId, String name, List<String> serviceIds, String by) {
        requireOwn(serviceIds);
        var group = new DiverseGroup(UUID.randomUUID(), enterpriseId, name.strip(), serviceIds, clock.instant(), by, 0);
        if (!groups.add(group)) {
            throw taken(name);
        }
        return watched(null, group, "created");
    }

    DiverseGroup replace(UUID groupId, LongConsumer expected, String name, List<String> serviceIds) {
        var before = find(groupId);
        expected.accept(before.version());
        requireOwn(serviceIds);
        var after = new DiverseGroup(
                groupId,
                before.enterpriseId(),
                name.strip(),
                serviceIds,
                before.createdAt(),
                before.createdBy(),
                before.version() + 1);
        try {
            groups.save(after);
        } catch (DuplicateKeyException _) {
            throw taken(name);
        }
        return watched(before, after, "changed");
    }

    void remove(UUID groupId, LongConsumer expected) {
        var before = find(groupId);
        expected.accept(before.version());
        groups.remove(groupId);
        audit.record(before.enterpriseId(), "diverse-group.removed", "diverse-group", groupId.toString(), before, null);
        watching.look(before.enterpriseId());
    }

    private DiverseGroup watched(
            @org.jspecify.annotations.Nullable DiverseGroup before, DiverseGroup after, String what) {
        audit.record(
                after.enterpriseId(),
                "diverse-group." + what,
                "diverse-group",
                after.groupId().toString(),
                before,
                after);
        watching.look(after.enterpriseId());
        return after;
    }

    @Transactional(readOnly = true)
    DiverseGroup find(UUID groupId) {
        return groups.find(groupId).orElseThrow(() -> Problem.notFound("The diverse group " + groupId));
    }

    private static Problem taken(String name) {
        return Problem.conflict("group-exists", "There is a diverse group named " + name + " already.");
    }

    private void requireOwn(List<String> serviceIds) {
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (int i = 0; i < serviceIds.size(); i++) {
            if (!seen.add(serviceIds.get(i))) {
                violations.add(Violation.invalid("/serviceIds/" + i, "This service is named twice."));
            }
        }
        groups.strangers(serviceIds)
                .forEach(i -> violations.add(Violation.referenceNotFound(
                        "/serviceIds/" + i, "There is no installed service " + serviceIds.get(i) + ".")));
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }
}
