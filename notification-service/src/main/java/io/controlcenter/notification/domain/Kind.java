package io.controlcenter.notification.domain;

import static io.controlcenter.notification.domain.Category.ACCESS;
import static io.controlcenter.notification.domain.Category.BILLING;
import static io.controlcenter.notification.domain.Category.MAINTENANCE;
import static io.controlcenter.notification.domain.Category.ORDER;
import static io.controlcenter.notification.domain.Category.REPAIR;

/** The kinds of notification, each with what it tells. */
public enum Kind {
    USER_INVITED(ACCESS, true, "An invitation to sign in"),
    PASSWORD_RESET(ACCESS, true, "A link to choose another password"),
    SECURITY_NOTICE(ACCESS, true, "Something changed in how you sign in"),
    REGISTRATION_TO_CONFIRM(ACCESS, true, "A mail address is to be confirmed"),
    REGISTRATION_TO_DECIDE(ACCESS, true, "Somebody asks for access to the enterprise"),
    REGISTRATION_REFUSED(ACCESS, true, "A registration was not approved"),
    INACTIVITY_WARNING(ACCESS, true, "An account that nobody uses is about to end"),
    ENGAGEMENT_SCHEDULED(ACCESS, true, "The account team proposes to meet"),
    ORDER_ACKNOWLEDGED(ORDER, true, "An order was acknowledged and has its customer care manager"),
    ORDER_MILESTONE(ORDER, false, "An order reached a key milestone"),
    ORDER_REJECTED(ORDER, true, "An order cannot be delivered as it is"),
    ORDER_DATE_CHANGED(ORDER, false, "A date of an order changed"),
    ORDER_JEOPARDY(ORDER, false, "The delivery of an order is at risk"),
    ORDER_CHARGE_APPROVAL(ORDER, false, "A charge of an order waits for approval"),
    ORDER_CHARGE_CLOSED(ORDER, false, "A charge of an order lapsed or was withdrawn"),
    ORDER_ESCALATED(ORDER, false, "An order was escalated"),
    ORDER_NOTE(ORDER, false, "A note was added to an order"),
    CARE_CONTACT_DUE(ORDER, true, "A care manager is to get in touch with a customer"),
    CONNECTION_NOTICE(ORDER, true, "A service is connected and waits for acceptance"),
    QUOTE_READY(ORDER, false, "A quote is answered"),
    QUOTE_EXPIRING(ORDER, false, "A quote ends soon"),
    CREDIT_DECIDED(ORDER, false, "A credit application was decided"),
    BILL_READY(BILLING, false, "A bill is ready to view and pay"),
    INVOICE_PDF(BILLING, true, "A bill as PDF, for those whom its account names"),
    PAYMENT_POSTED(BILLING, false, "A payment was posted"),
    PAYMENT_FAILED(BILLING, false, "A payment did not go through"),
    REFUND_PAID(BILLING, false, "A credit was paid back"),
    PAST_DUE(BILLING, false, "A bill is past due"),
    CREDIT_HOLD_SET(BILLING, false, "New orders of an account wait for a payment"),
    CREDIT_HOLD_CLEARED(BILLING, false, "New orders of an account go on"),
    BILLING_REQUEST_ACKNOWLEDGED(BILLING, false, "A billing request was acknowledged"),
    BILLING_REQUEST_UPDATED(BILLING, false, "There is news of a billing request"),
    DISPUTE_RESOLVED(BILLING, false, "A dispute was decided"),
    TICKET_CREATED(REPAIR, false, "A repair ticket was opened"),
    TICKET_STATUS(REPAIR, false, "A repair ticket changed its status"),
    TICKET_UPDATED(REPAIR, false, "A note was added to a repair ticket"),
    TICKET_INFO_REQUIRED(REPAIR, false, "A repair ticket waits for information from you"),
    RFO_DELIVERED(REPAIR, false, "The reason for an outage was delivered"),
    CHRONIC_DETECTED(REPAIR, false, "Trouble comes back on a circuit or at a site"),
    INCIDENT_DECLARED(REPAIR, false, "An incident affects services"),
    INCIDENT_UPDATED(REPAIR, false, "There is news of an incident"),
    INCIDENT_CLOSED(REPAIR, false, "An incident is over"),
    MAINT_TENTATIVE(MAINTENANCE, false, "Maintenance is proposed"),
    MAINT_SCHEDULED(MAINTENANCE, false, "Maintenance was scheduled"),
    MAINT_EMERGENCY(MAINTENANCE, true, "Emergency maintenance was scheduled"),
    MAINT_RESCHEDULED(MAINTENANCE, false, "Maintenance has a new time"),
    MAINT_POSTPONED(MAINTENANCE, false, "Maintenance was put off"),
    MAINT_CANCELLED(MAINTENANCE, false, "Maintenance was cancelled"),
    MAINT_REMINDER(MAINTENANCE, false, "Maintenance is near"),
    MAINT_STARTED(MAINTENANCE, false, "Maintenance has begun"),
    MAINT_EXTENDED(MAINTENANCE, false, "Maintenance takes longer than its window"),
    MAINT_COMPLETED(MAINTENANCE, false, "Maintenance was completed"),
    MAINT_NOT_COMPLETED(MAINTENANCE, false, "Maintenance was not completed"),
    MAINT_ALTERNATE(MAINTENANCE, false, "Maintenance moves to its alternate window"),
    MAINT_CONFLICT(MAINTENANCE, false, "Maintenance would hit diverse services together"),
    MAINT_CONFLICT_RESOLVED(MAINTENANCE, false, "Diverse services are no longer at risk together"),
    MAINT_INQUIRY_ANSWERED(MAINTENANCE, false, "An inquiry about maintenance was answered");

    private final Category category;
    private final boolean mandatory;
    private final String title;

    Kind(Category category, boolean mandatory, String title) {
        this.category = category;
        this.mandatory = mandatory;
        this.title = title;
    }

    public Category category() {
        return category;
    }

    /** Contractual: told even to those who switched it off (domain b.6, rule 4). */
    public boolean isMandatory() {
        return mandatory;
    }

    /** Reaches the account's billing contact when nobody asked for it, so that nobody misses what is due or comes back. */
    public boolean isForBillingContact() {
        return this == BILL_READY || this == PAST_DUE || this == CREDIT_HOLD_SET || this == REFUND_PAID;
    }

    /** Told to those whom the event names, whatever is set, and to nobody else. */
    public boolean isForNamedOnly() {
        return this == INVOICE_PDF;
    }

    public String title() {
        return title;
    }

    /**
     * Notifications of one stream about one thing supersede each other: once a later one was sent, an earlier one would
     * mislead (rule 8). All notices of one maintenance are one story.
     */
    public String stream() {
        return switch (this) {
            case MAINT_CONFLICT, MAINT_CONFLICT_RESOLVED -> "CONFLICT";
            case MAINT_INQUIRY_ANSWERED -> name();
            case CREDIT_HOLD_SET, CREDIT_HOLD_CLEARED -> "CREDIT_HOLD";
            default -> category == MAINTENANCE ? "MAINT" : name();
        };
    }
}
