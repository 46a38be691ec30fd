package io.controlcenter.identity.accountgroups;

import java.time.Instant;
import java.util.List;

/** A named set of accounts; who was granted the group may use whatever is in it. */
public record AccountGroup(
        String groupId, String enterpriseId, String name, List<String> accountIds, Instant createdAt, long version) {}
