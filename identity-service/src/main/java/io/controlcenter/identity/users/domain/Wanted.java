package io.controlcenter.identity.users.domain;

import java.util.List;

/** A grant as asked for. */
public record Wanted(
        boolean admin,
        List<String> permissions,
        boolean allAccounts,
        List<String> accountIds,
        List<String> accountGroupIds) {

    public Wanted withoutAccount(String accountId) {
        return new Wanted(admin, permissions, allAccounts, without(accountIds, accountId), accountGroupIds);
    }

    public Wanted withoutGroup(String groupId) {
        return new Wanted(admin, permissions, allAccounts, accountIds, without(accountGroupIds, groupId));
    }

    private static List<String> without(List<String> ids, String gone) {
        return ids.stream().filter(id -> !id.equals(gone)).toList();
    }
}
