package io.controlcenter.identity.permissions;

import java.util.Arrays;
import java.util.List;

/** What a customer's user may do on an enterprise (domain b.0). Granted one by one, all of them to administrators. */
public enum Permission {
    ENTERPRISE_ADMIN("Administration", "Everything, and naming other administrators"),
    USER_ADMIN("Administration", "Invite users and grant them accounts and permissions"),
    QUOTE_WRITE("Quotes and orders", "Ask for quotes and accept them"),
    ORDER_VIEW("Quotes and orders", "See orders, their progress and the installed services"),
    ORDER_WRITE("Quotes and orders", "Place and change orders, accept services"),
    ORDER_CHARGE_APPROVE("Quotes and orders", "Approve additional charges of an order"),
    REPAIR_VIEW("Repair", "See repair tickets"),
    REPAIR_WRITE("Repair", "Open repair tickets and answer on them"),
    REPAIR_ESCALATE("Repair", "Escalate repair tickets"),
    MAINT_VIEW("Maintenance", "See scheduled maintenance"),
    MAINT_INQUIRE("Maintenance", "Ask about scheduled maintenance"),
    BILLING_VIEW("Billing", "See invoices and payments"),
    BILLING_REQUEST_WRITE("Billing", "Open billing requests and disputes"),
    BILLING_PAY("Billing", "Pay invoices"),
    NOTIFY_SELF("Notifications", "Choose one's own notifications"),
    NOTIFY_ADMIN("Notifications", "Choose notifications for others");

    private final String section;
    private final String description;

    Permission(String section, String description) {
        this.section = section;
        this.description = description;
    }

    public String section() {
        return section;
    }

    public String description() {
        return description;
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Permission::name).toList();
    }
}
