package io.controlcenter.billing.invoicing.persistence;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.LineTaxes;
import io.controlcenter.billing.taxes.application.TaxProvider;
import io.controlcenter.billing.taxes.domain.TaxLine;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up which taxes a line had. */
@Component
@Transactional(readOnly = true)
class JdbcLineTaxes implements LineTaxes {

    private final JdbcClient db;
    private final TaxProvider taxes;

    JdbcLineTaxes(JdbcClient db, TaxProvider taxes) {
        this.db = db;
        this.taxes = taxes;
    }

    private record Taxed(List<Long> rules, String currency) {}

    @Override
    public List<TaxLine> of(String invoiceNumber, int lineNumber, BigDecimal net) {
        return db.sql("""
                        select l.tax_rules, i.currency from invoice i join invoice_line l on l.invoice_id = i.id
                        where i.reference = :number and l.line_number = :line and l.tax_rules is not null""")
                .param("number", invoiceNumber)
                .param("line", lineNumber)
                .query((row, _) -> new Taxed(
                        Arrays.stream(row.getString(1).split(",", -1))
                                .map(Long::valueOf)
                                .toList(),
                        row.getString(2)))
                .optional()
                .map(line -> of(line, net))
                .orElse(List.of());
    }

    private List<TaxLine> of(Taxed line, BigDecimal net) {
        var applied = taxes.applied(line.rules());
        return line.rules().stream()
                .map(id -> TaxLine.of(Objects.requireNonNull(applied.get(id)), net, Money.scale(line.currency())))
                .toList();
    }
}
