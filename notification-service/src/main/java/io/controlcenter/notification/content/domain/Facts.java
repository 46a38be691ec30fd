package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import io.controlcenter.notification.domain.Kind;
import java.util.List;

/** What an event tells, in our own reading of it: enough to decide who hears of it and to say it to each. */
public sealed interface Facts
        permits PersonalFacts,
                EngagementFacts,
                AcknowledgementFacts,
                MilestoneFacts,
                OrderFacts,
                QuoteFacts,
                QuoteEndFacts,
                CreditFacts,
                BillFacts,
                InvoicePdfFacts,
                PaymentFacts,
                RefundFacts,
                PastDueFacts,
                CreditHoldFacts,
                BillingRequestFacts,
                TicketFacts,
                NoteFacts,
                QuestionFacts,
                RfoFacts,
                ChronicFacts,
                IncidentFacts,
                MaintenanceFacts,
                ConflictFacts,
                InquiryFacts {

    /** The id of what it is about: a user, an order, an invoice, a ticket, a maintenance. */
    String subjectId();

    /** Which one, where one version of an aggregate has several of a kind: the milestone, the note. */
    default String part() {
        return "";
    }

    /** Whom the event itself names. */
    List<Contact> named();

    /** The accounts that it is about; none for what belongs to a person. */
    List<Concern> concerns();

    static Class<? extends Facts> of(Kind kind) {
        return switch (kind) {
            case USER_INVITED -> InvitationFacts.class;
            case PASSWORD_RESET -> PasswordResetFacts.class;
            case SECURITY_NOTICE -> SecurityFacts.class;
            case REGISTRATION_TO_CONFIRM -> RegistrationFacts.ToConfirm.class;
            case REGISTRATION_TO_DECIDE -> RegistrationFacts.ToDecide.class;
            case REGISTRATION_REFUSED -> RegistrationFacts.Refused.class;
            case INACTIVITY_WARNING -> InactivityFacts.class;
            case ENGAGEMENT_SCHEDULED -> EngagementFacts.class;
            case ORDER_ACKNOWLEDGED -> AcknowledgementFacts.class;
            case ORDER_MILESTONE, CONNECTION_NOTICE -> MilestoneFacts.class;
            case ORDER_REJECTED -> OrderFacts.Rejected.class;
            case ORDER_DATE_CHANGED -> OrderFacts.DateChanged.class;
            case ORDER_JEOPARDY -> OrderFacts.InJeopardy.class;
            case ORDER_CHARGE_APPROVAL, ORDER_CHARGE_CLOSED -> OrderFacts.Charged.class;
            case ORDER_NOTE -> OrderFacts.Noted.class;
            case ORDER_ESCALATED -> OrderFacts.Escalated.class;
            case CARE_CONTACT_DUE -> OrderFacts.CareContactDue.class;
            case QUOTE_READY -> QuoteFacts.class;
            case QUOTE_EXPIRING -> QuoteEndFacts.class;
            case CREDIT_DECIDED -> CreditFacts.class;
            case BILL_READY -> BillFacts.class;
            case INVOICE_PDF -> InvoicePdfFacts.class;
            case PAYMENT_POSTED, PAYMENT_FAILED -> PaymentFacts.class;
            case REFUND_PAID -> RefundFacts.class;
            case PAST_DUE -> PastDueFacts.class;
            case CREDIT_HOLD_SET, CREDIT_HOLD_CLEARED -> CreditHoldFacts.class;
            case BILLING_REQUEST_ACKNOWLEDGED, BILLING_REQUEST_UPDATED, DISPUTE_RESOLVED -> BillingRequestFacts.class;
            case TICKET_CREATED, TICKET_STATUS -> TicketFacts.class;
            case TICKET_UPDATED -> NoteFacts.class;
            case TICKET_INFO_REQUIRED -> QuestionFacts.class;
            case RFO_DELIVERED -> RfoFacts.class;
            case CHRONIC_DETECTED -> ChronicFacts.class;
            case INCIDENT_DECLARED, INCIDENT_UPDATED, INCIDENT_CLOSED -> IncidentFacts.class;
            case MAINT_TENTATIVE,
                    MAINT_SCHEDULED,
                    MAINT_EMERGENCY,
                    MAINT_RESCHEDULED,
                    MAINT_POSTPONED,
                    MAINT_CANCELLED,
                    MAINT_REMINDER,
                    MAINT_STARTED,
                    MAINT_EXTENDED,
                    MAINT_COMPLETED,
                    MAINT_NOT_COMPLETED,
                    MAINT_ALTERNATE -> MaintenanceFacts.class;
            case MAINT_CONFLICT, MAINT_CONFLICT_RESOLVED -> ConflictFacts.class;
            case MAINT_INQUIRY_ANSWERED -> InquiryFacts.class;
        };
    }
}
