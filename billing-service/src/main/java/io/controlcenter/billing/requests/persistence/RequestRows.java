package io.controlcenter.billing.requests.persistence;

import io.controlcenter.billing.requests.domain.AcknowledgeClock;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.BillingRequest.Coordinator;
import io.controlcenter.billing.requests.domain.BillingRequest.Progress;
import io.controlcenter.billing.requests.domain.BillingRequest.Resolution;
import io.controlcenter.billing.requests.domain.Reading;
import io.controlcenter.billing.requests.domain.RequestState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A billing request and its row. */
@Component
class RequestRows {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private final JsonMapper json;

    RequestRows(JsonMapper json) {
        this.json = json;
    }

    RowMapper<BillingRequest> request() {
        return (row, _) -> new BillingRequest(
                row.getString("request_number"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                subject(row),
                new BillingRequest.Contact(
                        row.getString("contact_name"), row.getString("contact_email"), row.getString("contact_phone")),
                row.getString("currency"),
                RequestState.of(row.getString("state")),
                coordinator(row),
                clock(row),
                progress(row),
                resolution(row),
                required(row, "created_at"),
                row.getString("created_by"),
                required(row, "last_activity_at"),
                row.getLong("version"));
    }

    private BillingRequest.Subject subject(ResultSet row) throws SQLException {
        return new BillingRequest.Subject(
                row.getString("type"),
                row.getString("subtype"),
                BillingRequest.Channel.valueOf(row.getString("channel")),
                row.getString("invoice_number"),
                row.getString("description"),
                json.readValue(row.getString("details"), DETAILS),
                row.getString("customer_reference"));
    }

    private static @Nullable Coordinator coordinator(ResultSet row) throws SQLException {
        var id = row.getString("coordinator_id");
        return id == null
                ? null
                : new Coordinator(
                        id,
                        row.getString("coordinator_name"),
                        row.getString("coordinator_phone"),
                        row.getString("coordinator_email"));
    }

    private static AcknowledgeClock clock(ResultSet row) throws SQLException {
        return new AcknowledgeClock(
                row.getString("segment"),
                ZoneId.of(row.getString("time_zone")),
                Reading.valueOf(row.getString("reading")),
                required(row, "received_at"),
                required(row, "ack_due_at"),
                required(row, "ack_target_at"),
                required(row, "ack_warn_75_at"),
                required(row, "ack_warn_90_at"),
                row.getInt("ack_warned"),
                instant(row, "acknowledged_at"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        var closing = row.getString("closing");
        return new Progress(
                required(row, "decision_due_at"),
                instant(row, "pended_at"),
                row.getString("pending_question"),
                instant(row, "silent_until"),
                row.getBoolean("objected"),
                row.getString("close_reason"),
                closing == null ? null : BillingRequest.Closing.valueOf(closing),
                instant(row, "closed_at"));
    }

    private static @Nullable Resolution resolution(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Resolution(
                        BillingRequest.Verdict.valueOf(outcome),
                        row.getString("outcome_text"),
                        row.getBigDecimal("credit_amount"),
                        required(row, "resolved_at"),
                        row.getString("resolved_by"));
    }

    /** All columns by the names that the statements use. */
    Map<String, @Nullable Object> columns(BillingRequest request) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("number", request.requestNumber());
        columns.put("enterprise", request.enterpriseId());
        columns.put("account", request.accountId());
        columns.put("currency", request.currency());
        columns.put("state", request.state().wire());
        columns.put("created", utc(request.createdAt()));
        columns.put("createdBy", request.createdBy());
        columns.put("activity", utc(request.lastActivityAt()));
        columns.put("version", request.version());
        subject(columns, request);
        people(columns, request);
        clock(columns, request.clock());
        progress(columns, request.progress());
        resolution(columns, request.resolution());
        return columns;
    }

    private void subject(Map<String, @Nullable Object> columns, BillingRequest request) {
        var subject = request.subject();
        columns.put("type", subject.type());
        columns.put("subtype", subject.subtype());
        columns.put("channel", subject.channel().name());
        columns.put("invoice", subject.invoiceNumber());
        columns.put("description", subject.description());
        columns.put("details", json.writeValueAsString(subject.details()));
        columns.put("reference", subject.customerReference());
    }

    private static void people(Map<String, @Nullable Object> columns, BillingRequest request) {
        var coordinator = request.coordinator();
        columns.put("contactName", request.contact().name());
        columns.put("contactEmail", request.contact().email());
        columns.put("contactPhone", request.contact().phone());
        columns.put("coordinatorId", coordinator == null ? null : coordinator.userId());
        columns.put("coordinatorName", coordinator == null ? null : coordinator.name());
        columns.put("coordinatorPhone", coordinator == null ? null : coordinator.phone());
        columns.put("coordinatorEmail", coordinator == null ? null : coordinator.email());
    }

    private static void clock(Map<String, @Nullable Object> columns, AcknowledgeClock clock) {
        columns.put("segment", clock.segment());
        columns.put("zone", clock.zone().getId());
        columns.put("received", utc(clock.receivedAt()));
        columns.put("reading", clock.reading().name());
        columns.put("ackDue", utc(clock.dueAt()));
        columns.put("ackTarget", utc(clock.targetAt()));
        columns.put("warn75", utc(clock.warn75At()));
        columns.put("warn90", utc(clock.warn90At()));
        columns.put("warned", clock.warned());
        columns.put("acknowledged", utc(clock.acknowledgedAt()));
        columns.put("nextWarning", utc(clock.nextWarning().orElse(null)));
    }

    private static void progress(Map<String, @Nullable Object> columns, Progress progress) {
        var closing = progress.closing();
        columns.put("decisionDue", utc(progress.decisionDueAt()));
        columns.put("pended", utc(progress.pendedAt()));
        columns.put("question", progress.question());
        columns.put("silent", utc(progress.silentUntil()));
        columns.put("objected", progress.objected());
        columns.put("closeReason", progress.closeReason());
        columns.put("closing", closing == null ? null : closing.name());
        columns.put("closed", utc(progress.closedAt()));
    }

    private static void resolution(Map<String, @Nullable Object> columns, @Nullable Resolution resolution) {
        columns.put("outcome", resolution == null ? null : resolution.outcome().name());
        columns.put("outcomeText", resolution == null ? null : resolution.text());
        columns.put("credit", resolution == null ? null : resolution.creditAmount());
        columns.put("resolved", resolution == null ? null : utc(resolution.at()));
        columns.put("resolvedBy", resolution == null ? null : resolution.by());
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Instant required(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column), column);
    }
}
