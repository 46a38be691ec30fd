package io.controlcenter.notification.domain;

import java.util.Arrays;
import java.util.List;

/** What a notification is about; decides which members may see it. */
public enum Category {
    BILLING("BILLING_VIEW"),
    REPAIR("REPAIR_VIEW"),
    MAINTENANCE("MAINT_VIEW"),
    ORDER("ORDER_VIEW"),
    /** Invitations and the like: to the persons concerned, without a setting. */
    ACCESS("");

    private final String permission;

    Category(String permission) {
        this.permission = permission;
    }

    /** What a member of the enterprise needs in order to be told. */
    public String permission() {
        return permission;
    }

    public boolean canBeSet() {
        return !permission.isEmpty();
    }

    public List<Kind> kinds() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.category() == this)
                .toList();
    }
}
