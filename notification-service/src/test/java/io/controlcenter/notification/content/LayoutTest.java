package io.controlcenter.notification.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.content.domain.BillFacts;
import io.controlcenter.notification.content.domain.Composer;
import io.controlcenter.notification.content.domain.Facts;
import io.controlcenter.notification.content.domain.MaintenanceFacts;
import io.controlcenter.notification.content.domain.Money;
import io.controlcenter.notification.content.domain.Notice;
import io.controlcenter.notification.content.domain.OrderFacts;
import io.controlcenter.notification.content.domain.Portal;
import io.controlcenter.notification.content.domain.Reader;
import io.controlcenter.notification.content.domain.SecurityFacts;
import io.controlcenter.notification.content.domain.TicketFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.platform.inbox.EventJson;
import io.controlcenter.platform.test.EventContracts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of notification, laid out from the example of the event that it arises from. */
class LayoutTest {

    private static final String SETTINGS = "http://localhost:8080/settings";
    private static final Reader READER =
            new Reader("Ada <Buyer>", ZoneId.of("America/Chicago"), "Acme & Sons", List.of("A-1000001"));
    private static final CalendarSettings CALENDARS =
            new CalendarSettings("control-center.example", "control-center.example", "change@provider.example");
    private final Composer composer = new Composer(new Portal("http://localhost:8080/"));
    private final Layout layout = new Layout();

    private static String type(Kind kind) {
        return switch (kind) {
            case USER_INVITED -> "identity.user.invited.v1";
            case PASSWORD_RESET -> "identity.user.password-reset-requested.v1";
            case SECURITY_NOTICE -> "identity.user.security-notice.v1";
            case REGISTRATION_TO_CONFIRM -> "identity.registration.submitted.v1";
            case REGISTRATION_TO_DECIDE -> "identity.registration.pending-approval.v1";
            case REGISTRATION_REFUSED -> "identity.registration.rejected.v1";
            case INACTIVITY_WARNING -> "identity.user.inactivity-warning.v1";
            case ENGAGEMENT_SCHEDULED -> "identity.engagement.scheduled.v1";
            case ORDER_ACKNOWLEDGED -> "order.acknowledged.v1";
            case ORDER_MILESTONE, CONNECTION_NOTICE -> "order.milestone.reached.v1";
            case ORDER_REJECTED -> "order.rejected.v1";
            case ORDER_DATE_CHANGED -> "order.date.changed.v1";
            case ORDER_JEOPARDY -> "order.jeopardy.raised.v1";
            case ORDER_CHARGE_APPROVAL -> "order.charge.created.v1";
            case ORDER_CHARGE_CLOSED -> "order.charge.timed-out.v1";
            case ORDER_NOTE -> "order.note.added.v1";
            case ORDER_ESCALATED -> "order.escalated.v1";
            case CARE_CONTACT_DUE -> "order.care-contact.due.v1";
            case QUOTE_READY -> "order.quote.state-changed.v1";
            case QUOTE_EXPIRING -> "order.quote.expiring.v1";
            case CREDIT_DECIDED -> "order.credit.decided.v1";
            case BILL_READY -> "billing.invoice.issued.v1";
            case INVOICE_PDF -> "billing.invoice-document.ready.v1";
            case PAYMENT_POSTED -> "billing.payment.posted.v1";
            case PAYMENT_FAILED -> "billing.payment.failed.v1";
            case REFUND_PAID -> "billing.refund.paid.v1";
            case PAST_DUE -> "billing.invoice.past-due.v1";
            case CREDIT_HOLD_SET -> "billing.account.credit-hold-set.v1";
            case CREDIT_HOLD_CLEARED -> "billing.account.credit-hold-cleared.v1";
            case BILLING_REQUEST_ACKNOWLEDGED -> "billing.request.acknowledged.v1";
            case BILLING_REQUEST_UPDATED -> "billing.request.state-changed.v1";
            case DISPUTE_RESOLVED -> "billing.dispute.resolved.v1";
            case TICKET_CREATED -> "repair.ticket.created.v1";
            case TICKET_STATUS -> "repair.ticket.resolved.v1";
            case TICKET_UPDATED -> "repair.ticket.note-added.v1";
            case TICKET_INFO_REQUIRED -> "repair.ticket.information-required.v1";
            case RFO_DELIVERED -> "repair.rfo.delivered.v1";
            case CHRONIC_DETECTED -> "repair.chronic.detected.v1";
            case INCIDENT_DECLARED -> "repair.incident.declared.v1";
            case INCIDENT_UPDATED -> "repair.incident.updated.v1";
            case INCIDENT_CLOSED -> "repair.incident.closed.v1";
            case MAINT_CONFLICT -> "maintenance.conflict.detected.v1";
            case MAINT_CONFLICT_RESOLVED -> "maintenance.conflict.resolved.v1";
            case MAINT_INQUIRY_ANSWERED -> "maintenance.inquiry.answered.v1";
            case MAINT_REMINDER -> "maintenance.gcr.reminder-due.v1";
            case MAINT_ALTERNATE -> "maintenance.gcr.alternate-invoked.v1";
            case MAINT_EMERGENCY, MAINT_SCHEDULED -> "maintenance.gcr.scheduled.v1";
            default ->
                "maintenance.gcr."
                        + kind.name()
                                .substring("MAINT_".length())
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-')
                        + ".v1";
        };
    }

    @ParameterizedTest
    @EnumSource
    void it_reads_well_as_html_and_as_text(Kind kind) throws IOException {
        var facts = EventContracts.consumed(type(kind), Facts.of(kind));
        var notice = composer.compose(kind, facts, READER);
        var laid = lay(notice, kind.name());
        assertThat(laid.html())
                .contains("lang=\"en\"", "max-width:600px", "Acme &amp; Sons")
                .doesNotContain("<img", " th:", "null");
        assertThat(laid.text()).contains(notice.headline()).doesNotContain("[#", "[(", "null", "&amp;");
        assertThat(notice.subject()).doesNotContain("null").hasSizeLessThan(120);
        assertThat(notice.link()).startsWith("http://localhost:8080/");
        if (kind.stream().equals("MAINT")) {
            assertThat(notice.subject()).contains("Scheduled Maintenance", "123456789");
        }
    }

    /** To be looked at besides, as {@code target/layout/<name>.html}. */
    private Layout.Laid lay(Notice notice, String name) throws IOException {
        var laid = layout.lay(notice, Layout.VERSION, READER.enterprise(), SETTINGS);
        var folder = Files.createDirectories(Path.of("target", "layout"));
        Files.writeString(folder.resolve(name + ".html"), laid.html());
        Files.writeString(folder.resolve(name + ".txt"), laid.text());
        return laid;
    }

    @ParameterizedTest
    @EnumSource
    void it_says_why_it_comes_and_speaks_of_settings_where_they_have_a_say(Kind kind) throws IOException {
        var facts = EventContracts.consumed(type(kind), Facts.of(kind));
        var governed = kind.category().canBeSet()
                && !kind.isForNamedOnly()
                && !(facts instanceof OrderFacts order && order.forCareManager() != null);
        saysWhy(composer.compose(kind, facts, READER), kind.name(), governed);
    }

    private void saysWhy(Notice notice, String name, boolean governed) throws IOException {
        var laid = lay(notice, name);
        assertThat(List.of(laid.html(), laid.text())).allSatisfy(mail -> {
            assertThat(mail).containsOnlyOnce("You receive this e-mail because ");
            if (governed) {
                assertThat(mail).contains("Notification settings", SETTINGS);
            } else {
                assertThat(mail).doesNotContainIgnoringCase("settings").contains(notice.why());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER, false", "PROVIDER, true"})
    void a_care_manager_is_told_by_office_and_a_customer_by_settings(String source, boolean governed)
            throws IOException {
        var told = EventContracts.consumed(type(Kind.ORDER_NOTE), OrderFacts.Noted.class);
        var note = new OrderFacts.Noted(
                told.orderNumber(),
                told.accountId(),
                told.text(),
                told.author(),
                source,
                told.at(),
                told.customerCareManager(),
                told.contact());
        saysWhy(composer.compose(Kind.ORDER_NOTE, note, READER), "ORDER_NOTE by " + source, governed);
    }

    @ParameterizedTest
    @CsvSource({
        "2345.60, 'USD 2,345.60 due Jul 15, 2026', 'USD 2,345.60 is due on Jul 15, 2026', true",
        "0.01, 'USD 0.01 due Jul 15, 2026', 'USD 0.01 is due on Jul 15, 2026', true",
        "0.00, nothing to pay, There is nothing to pay, false",
        "-0.01, a credit of USD 0.01, You have a credit of USD 0.01, false",
        "-387.10, a credit of USD 387.10, You have a credit of USD 387.10, false"
    })
    void a_bill_asks_for_money_only_where_some_is_due(
            BigDecimal amount, String subject, String headline, boolean payable) throws IOException {
        var told = EventContracts.consumed(type(Kind.BILL_READY), BillFacts.class);
        var bill = new BillFacts(
                told.invoiceNumber(),
                told.accountId(),
                told.billDate(),
                told.dueDate(),
                told.period(),
                new Money(amount, "USD"),
                false,
                told.delivery());
        var notice = composer.compose(Kind.BILL_READY, bill, READER);
        assertThat(notice.subject()).isEqualTo("Your bill INV-2026-000001 is ready: " + subject);
        assertThat(notice.headline()).isEqualTo(headline);
        assertThat(notice.actions().stream().anyMatch(action -> action.label().equals("Pay online")))
                .isEqualTo(payable);
        assertThat(notice.facts().stream().anyMatch(fact -> fact.label().equals("Due date")))
                .isEqualTo(payable);
        assertThat(lay(notice, "BILL_READY" + amount).text()).doesNotContain("USD -");
    }

    @ParameterizedTest
    @CsvSource({
        "MAINT_TENTATIVE, TENTATIVE",
        "MAINT_SCHEDULED, CONFIRMED",
        "MAINT_EMERGENCY, CONFIRMED",
        "MAINT_RESCHEDULED, CONFIRMED",
        "MAINT_REMINDER, CONFIRMED",
        "MAINT_ALTERNATE, CONFIRMED",
        "MAINT_POSTPONED, TENTATIVE",
        "MAINT_CANCELLED, CANCELLED",
        "MAINT_NOT_COMPLETED, CANCELLED",
        "MAINT_STARTED, IN-PROCESS",
        "MAINT_EXTENDED, IN-PROCESS",
        "MAINT_COMPLETED, COMPLETED"
    })
    void the_calendar_says_what_a_machine_needs(Kind kind, String status) {
        var facts = EventContracts.consumed(type(kind), MaintenanceFacts.class);
        var calendar = MaintenanceCalendar.of(facts, "ENT-100001", Instant.parse("2026-06-01T15:00:00Z"), CALENDARS);
        assertThat(calendar)
                .contains("BEGIN:VCALENDAR", "UID:123456789-1@control-center.example/ENT-100001", "SEQUENCE:1")
                .contains("DTSTAMP:20260601T150000Z", "DTSTART:20260611T050000Z", "DTEND:20260611T110000Z")
                .contains("ORGANIZER:mailto:change@provider.example", "X-MAINTNOTE-ACCOUNT:A-1000001")
                .contains("X-MAINTNOTE-MAINTENANCE-ID:123456789", "X-MAINTNOTE-OBJECT-ID:ET-1001")
                .contains("X-MAINTNOTE-IMPACT:OUTAGE", "X-MAINTNOTE-STATUS:" + status)
                .doesNotContain("METHOD");
    }

    @Test
    void a_step_that_shows_as_the_same_status_is_told_in_its_own_words() {
        var facts = EventContracts.consumed("repair.ticket.state-changed.v1", TicketFacts.class);
        var notice = composer.compose(Kind.TICKET_STATUS, facts, READER);
        assertThat(notice.subject()).isEqualTo("Repair ticket T-10000001 is being worked on");
        assertThat(notice.facts()).contains(new Notice.Fact("Circuit", "ET-1000001"));
    }

    @Test
    void each_window_of_a_calendar_and_of_a_mail_has_a_status_of_its_own() {
        var told = EventContracts.consumed(type(Kind.MAINT_RESCHEDULED), MaintenanceFacts.class);
        var later = told.windows().getFirst();
        var off = new MaintenanceFacts.Window(
                "123456789-0",
                "PRIMARY",
                later.start().minus(Duration.ofDays(7)),
                later.end().minus(Duration.ofDays(7)),
                later.timeZone(),
                "alternateInvoked");
        var facts = new MaintenanceFacts(
                told.gcrNumber(),
                told.sequence(),
                told.designation(),
                told.title(),
                told.reason(),
                told.state(),
                List.of(off, later),
                told.locations(),
                told.services(),
                told.updates());
        assertThat(MaintenanceCalendar.of(facts, "ENT-100001", later.start(), CALENDARS))
                .containsSubsequence(
                        "UID:123456789-0@", "X-MAINTNOTE-STATUS:CANCELLED",
                        "UID:123456789-1@", "X-MAINTNOTE-STATUS:CONFIRMED");
        var notice = composer.compose(Kind.MAINT_RESCHEDULED, facts, READER);
        assertThat(notice.summary()).contains("from Jun 11, 2026");
        assertThat(notice.tables().getFirst().rows())
                .extracting(List::getLast)
                .containsExactly("Alternate night", "Scheduled");
    }

    @ParameterizedTest
    @EnumSource
    void what_was_kept_reads_the_same_again(Kind kind) {
        var facts = EventContracts.consumed(type(kind), Facts.of(kind));
        var json = new EventJson();
        assertThat(json.read(json.write(facts), Facts.of(kind))).isEqualTo(facts);
    }

    @ParameterizedTest
    @CsvSource({
        "SIGN_IN_LOCKED, Somebody tried to sign in as you",
        "PASSWORD_CHANGED, Your password was changed",
        "PASSWORD_RESET, Your password was changed",
        "SECOND_FACTOR_ENABLED, Your second factor is on",
        "SECOND_FACTOR_DISABLED, Your second factor is off",
        "SECOND_FACTOR_RESET, Your second factor was reset",
        "RECOVERY_CODES_RENEWED, You have new recovery codes",
        "RECOVERY_CODE_USED, A recovery code was used",
        "SOMETHING_NEW, Your sign-in was changed"
    })
    void what_changed_in_how_somebody_signs_in_is_said_in_words(String what, String headline) {
        var facts = new SecurityFacts(
                "u-1", "ada@acme.example", "Ada", "America/Chicago", what, null, Instant.parse("2026-06-01T15:00:00Z"));
        var notice = composer.compose(Kind.SECURITY_NOTICE, facts, READER);
        assertThat(notice.headline()).isEqualTo(headline);
        assertThat(notice.facts())
                .as("an administrator's address is nobody's business")
                .containsExactly(new Notice.Fact("When", "Jun 1, 2026, 10:00 AM CDT"));
    }
}
