package io.controlcenter.identity.permissions;

import java.util.Arrays;
import java.util.List;

/** The parts of the portal; a whole section or a single task of it can be granted (L-ADMIN). */
public enum Section {
    ADMINISTRATION("Administration"),
    QUOTES_AND_ORDERS("Quotes and orders"),
    REPAIR("Repair"),
    MAINTENANCE("Maintenance"),
    BILLING("Billing"),
    NOTIFICATIONS("Notifications");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public List<Permission> permissions() {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.section() == this)
                .toList();
    }
}
