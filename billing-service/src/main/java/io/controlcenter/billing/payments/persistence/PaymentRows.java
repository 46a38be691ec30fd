package io.controlcenter.billing.payments.persistence;

import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.PaymentState;
import io.controlcenter.billing.payments.domain.PaymentWay;
import io.controlcenter.billing.receivables.domain.Allocation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A payment and its row. */
@Component
class PaymentRows {

    private final JsonMapper json;

    PaymentRows(JsonMapper json) {
        this.json = json;
    }

    RowMapper<Payment> payment() {
        return (row, _) -> new Payment(
                row.getString("payment_id"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                Payment.Origin.valueOf(row.getString("origin")),
                PaymentWay.valueOf(row.getString("method")),
                row.getString("method_id"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("requested_amount"),
                row.getString("currency"),
                PaymentState.valueOf(row.getString("state")),
                List.of(json.readValue(row.getString("told"), Allocation.Part[].class)),
                row.getBoolean("allow_overpayment"),
                row.getObject("scheduled_for", LocalDate.class),
                ZoneId.of(row.getString("time_zone")),
                row.getString("reference"),
                instant(row, "received_at"),
                result(row),
                reversal(row),
                row.getString("autopay_invoice"),
                row.getInt("attempts"),
                Objects.requireNonNull(instant(row, "created_at")),
                row.getString("created_by"),
                row.getLong("version"));
    }

    private static Payment.@Nullable Result result(ResultSet row) throws SQLException {
        var receipt = row.getString("receipt_number");
        var failure = row.getString("failure_code");
        return receipt == null && failure == null
                ? null
                : new Payment.Result(
                        receipt,
                        instant(row, "posted_at"),
                        row.getString("processor"),
                        row.getString("processor_reference"),
                        failure,
                        row.getString("failure_reason"));
    }

    private static Payment.@Nullable Reversal reversal(ResultSet row) throws SQLException {
        var at = instant(row, "reversed_at");
        return at == null ? null : new Payment.Reversal(row.getString("reversal_reason"), at);
    }

    /** All columns by the names that the statements use. */
    Map<String, @Nullable Object> columns(Payment payment) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", payment.paymentId());
        columns.put("enterprise", payment.enterpriseId());
        columns.put("account", payment.accountId());
        columns.put("origin", payment.origin().name());
        columns.put("method", payment.method().name());
        columns.put("methodId", payment.methodId());
        columns.put("amount", payment.amount());
        columns.put("requested", payment.requestedAmount());
        columns.put("currency", payment.currency());
        columns.put("state", payment.state().name());
        columns.put("told", json.writeValueAsString(payment.told()));
        columns.put("over", payment.allowOverpayment());
        columns.put("scheduled", payment.scheduledFor());
        columns.put("zone", payment.zone().getId());
        columns.put("reference", payment.reference());
        columns.put("received", utc(payment.receivedAt()));
        columns.put("autopay", payment.autopayInvoice());
        columns.put("created", utc(payment.createdAt()));
        columns.put("by", payment.createdBy());
        columns.put("version", payment.version());
        outcome(columns, payment.result(), payment.reversal());
        return columns;
    }

    private static void outcome(
            Map<String, @Nullable Object> columns,
            Payment.@Nullable Result result,
            Payment.@Nullable Reversal reversal) {
        columns.put("receipt", result == null ? null : result.receiptNumber());
        columns.put("posted", result == null ? null : utc(result.postedAt()));
        columns.put("processor", result == null ? null : result.processor());
        columns.put("processorReference", result == null ? null : result.processorReference());
        columns.put("failureCode", result == null ? null : result.failureCode());
        columns.put("failureReason", result == null ? null : result.failureReason());
        columns.put("reversal", reversal == null ? null : reversal.reason());
        columns.put("reversed", reversal == null ? null : utc(reversal.at()));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
