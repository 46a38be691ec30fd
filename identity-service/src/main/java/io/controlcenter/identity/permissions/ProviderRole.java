package io.controlcenter.identity.permissions;

/** What provider staff do; a role reaches every enterprise that they name. */
public enum ProviderRole {
    SALES("Sales"),
    SALES_ENGINEER("Sales engineer"),
    CUSTOMER_SUCCESS("Customer success professional"),
    CCM("Customer care manager"),
    CREDIT_ANALYST("Credit analyst"),
    TECHNICIAN("Technician"),
    BILLING_COORDINATOR("Billing coordinator"),
    CHANGE_MANAGER("Change manager"),
    OPERATIONS("Operations");

    private final String title;

    ProviderRole(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
