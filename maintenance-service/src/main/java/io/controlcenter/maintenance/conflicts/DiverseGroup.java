package io.controlcenter.maintenance.conflicts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Services that are not to be hit together, under a name. */
record DiverseGroup(
        UUID groupId,
        String enterpriseId,
        String name,
        List<String> serviceIds,
        Instant createdAt,
        String createdBy,
        long version) {}
