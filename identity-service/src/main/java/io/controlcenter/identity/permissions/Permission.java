package io.controlcenter.identity.permissions;

import java.util.Arrays;
import java.util.List;

/** What a customer's user may do on an enterprise (domain b.0). Granted one by one, all of them to administrators. */
public enum Permission {
    ENTERPRISE_ADMIN(Section.ADMINISTRATION, "Everything, and naming other administrators"),
    USER_ADMIN(Section.ADMINISTRATION, "Invite users and grant them accounts and permissions"),
    QUOTE_WRITE(Section.QUOTES_AND_ORDERS, "Ask for quotes and accept them"),
    ORDER_VIEW(Section.QUOTES_AND_ORDERS, "See orders, their progress and the installed services"),
    ORDER_WRITE(Section.QUOTES_AND_ORDERS, "Place and change orders, accept services"),
    ORDER_CHARGE_APPROVE(Section.QUOTES_AND_ORDERS, "Approve additional charges of an order"),
    REPAIR_VIEW(Section.REPAIR, "See repair tickets"),
    REPAIR_WRITE(Section.REPAIR, "Open repair tickets and answer on them"),
    REPAIR_ESCALATE(Section.REPAIR, "Escalate repair tickets"),
    MAINT_VIEW(Section.MAINTENANCE, "See scheduled maintenance"),
    MAINT_INQUIRE(Section.MAINTENANCE, "Ask about scheduled maintenance"),
    BILLING_VIEW(Section.BILLING, "See invoices and payments"),
    BILLING_REQUEST_WRITE(Section.BILLING, "Open billing requests and disputes"),
    BILLING_PAY(Section.BILLING, "Pay invoices"),
    NOTIFY_SELF(Section.NOTIFICATIONS, "Choose one's own notifications"),
    NOTIFY_ADMIN(Section.NOTIFICATIONS, "Choose notifications for others");

    private final Section section;
    private final String description;

    Permission(Section section, String description) {
        this.section = section;
        this.description = description;
    }

    public Section section() {
        return section;
    }

    public String description() {
        return description;
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Permission::name).toList();
    }
}
