package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Kind;

/** Says what happened to one reader, with no more than that reader may see. */
public final class Composer {

    private final Portal portal;

    public Composer(Portal portal) {
        this.portal = portal;
    }

    public Notice compose(Kind kind, Facts facts, Reader reader) {
        return switch (facts) {
            case InvitationFacts invitation -> InvitationNotice.of(invitation, reader);
            case PasswordResetFacts forgotten -> SecurityNotices.reset(forgotten, reader);
            case SecurityFacts security -> SecurityNotices.changed(security, portal);
            case RegistrationFacts registration -> AccessNotices.registration(registration, reader, portal);
            case InactivityFacts inactivity -> AccessNotices.inactivity(inactivity, portal);
            case EngagementFacts engagement -> AccessNotices.engagement(engagement, reader, portal);
            case AcknowledgementFacts order -> OrderNotices.acknowledged(order, reader, portal);
            case MilestoneFacts milestone
            when kind == Kind.CONNECTION_NOTICE -> OrderNotices.connected(milestone, reader, portal);
            case MilestoneFacts milestone -> OrderNotices.milestone(milestone, reader, portal);
            case OrderFacts order -> OrderNewsNotices.of(kind, order, reader, portal);
            case QuoteFacts quote -> QuoteNotices.answered(quote, reader, portal);
            case QuoteEndFacts quote -> QuoteNotices.expiring(quote, reader, portal);
            case CreditFacts credit -> QuoteNotices.decided(credit, reader, portal);
            case BillFacts bill -> BillNotice.of(bill, reader, portal);
            case InvoicePdfFacts pdf -> BillNotice.pdf(pdf, reader, portal);
            case PaymentFacts payment -> MoneyNotices.payment(kind, payment, reader, portal);
            case RefundFacts refund -> MoneyNotices.refunded(refund, reader, portal);
            case PastDueFacts bill -> MoneyNotices.pastDue(bill, reader, portal);
            case CreditHoldFacts hold -> MoneyNotices.hold(kind, hold, reader, portal);
            case BillingRequestFacts request -> BillingRequestNotices.of(kind, request, reader, portal);
            case TicketFacts ticket -> TicketNotices.of(kind, ticket, reader, portal);
            case NoteFacts note -> TicketNotices.note(note, reader, portal);
            case QuestionFacts question -> RepairNotices.question(question, reader, portal);
            case RfoFacts rfo -> RepairNotices.rfo(rfo, reader, portal);
            case ChronicFacts chronic -> RepairNotices.chronic(chronic, reader, portal);
            case IncidentFacts incident -> RepairNotices.incident(kind, incident, reader, portal);
            case MaintenanceFacts maintenance ->
                MaintenanceNotice.of(kind, maintenance.seenOn(reader.accounts()), reader, portal);
            case ConflictFacts conflict -> ConflictNotices.of(kind, conflict.seenOn(reader.accounts()), reader, portal);
            case InquiryFacts inquiry -> ConflictNotices.answered(inquiry, reader, portal);
        };
    }
}
