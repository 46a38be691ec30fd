package io.controlcenter.notification.domain;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A person in an enterprise, with what they may see there. */
public record Member(
        Person person, boolean admin, Set<String> permissions, boolean allAccounts, Set<String> accountIds) {

    public boolean maySee(Category category) {
        return admin || permissions.contains(category.permission());
    }

    /** Those of the accounts that are assigned to the member. */
    public List<String> visible(Collection<String> accounts) {
        return accounts.stream()
                .filter(account -> admin || allAccounts || accountIds.contains(account))
                .toList();
    }

    /** Whether the member may be told of something about these accounts now. */
    public boolean mayHear(Category category, Collection<String> accounts) {
        return person.isActive() && maySee(category) && !visible(accounts).isEmpty();
    }
}
