package io.controlcenter.billing.invoicing.persistence;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.usage.domain.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads what lines for usage say, of {@code invoice_usage}. */
final class UsageRows {

    private UsageRows() {}

    static ReadingInvoices.@Nullable Usage usage(ResultSet row) throws SQLException {
        var type = row.getString("usage_type");
        return type == null
                ? null
                : new ReadingInvoices.Usage(
                        type,
                        Unit.valueOf(row.getString("unit")),
                        Unit.plain(row.getBigDecimal("quantity")),
                        row.getInt("records"));
    }

    /** @param other of a line that is not for usage */
    static @Nullable Money unitAmount(ResultSet row, Money other) throws SQLException {
        if (row.getString("usage_type") == null) {
            return other;
        }
        var rate = row.getBigDecimal("usage_unit_amount");
        return rate == null ? null : Money.exact(rate, other.currency());
    }

    static ReadingInvoices.UsageSum sum(ResultSet row) throws SQLException {
        return new ReadingInvoices.UsageSum(
                row.getString("usage_type"),
                row.getString("description"),
                Unit.valueOf(row.getString("unit")),
                Unit.plain(row.getBigDecimal("quantity")),
                row.getLong("records"),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")));
    }
}
