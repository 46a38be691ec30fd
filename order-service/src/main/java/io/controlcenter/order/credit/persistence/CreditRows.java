package io.controlcenter.order.credit.persistence;

import io.controlcenter.order.credit.domain.Applicant;
import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.order.credit.domain.CreditDecision;
import io.controlcenter.order.credit.domain.CreditState;
import io.controlcenter.order.domain.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A row as an application. */
final class CreditRows {

    static final RowMapper<CreditApplication> APPLICATION = (row, _) -> new CreditApplication(
            row.getString("application_number"),
            row.getString("enterprise_id"),
            row.getString("account_id"),
            CreditState.valueOf(row.getString("state")),
            applicant(row),
            row.getString("information"),
            decision(row),
            Objects.requireNonNull(instant(row, "created_at")),
            instant(row, "submitted_at"),
            row.getLong("version"));

    private CreditRows() {}

    private static Applicant applicant(ResultSet row) throws SQLException {
        var sealed = row.getString("tax_id_sealed");
        return new Applicant(
                row.getString("legal_entity"),
                sealed == null ? null : new Applicant.TaxId(sealed, row.getString("tax_id_last_four")),
                Objects.requireNonNull(money(row, "requested_credit")),
                new Applicant.Contact(
                        row.getString("contact_name"), row.getString("contact_email"), row.getString("contact_phone")));
    }

    private static @Nullable CreditDecision decision(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new CreditDecision(
                        CreditDecision.Verdict.valueOf(verdict),
                        money(row, "credit_limit"),
                        money(row, "deposit_required"),
                        row.getString("terms"),
                        row.getObject("score", Integer.class),
                        row.getObject("valid_until", LocalDate.class),
                        Objects.requireNonNull(instant(row, "decided_at")),
                        row.getString("decided_by"));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        var amount = row.getBigDecimal(column);
        return amount == null ? null : new Money(amount, row.getString("currency"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
