package io.controlcenter.billing.invoicing.persistence;

import io.controlcenter.billing.invoicing.application.LineTaxes;
import io.controlcenter.billing.taxes.application.TaxProvider;
import io.controlcenter.billing.taxes.domain.Tax;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up which taxes lines had. */
@Component
@Transactional(readOnly = true)
class JdbcLineTaxes implements LineTaxes {

    private final JdbcClient db;
    private final TaxProvider taxes;

    JdbcLineTaxes(JdbcClient db, TaxProvider taxes) {
        this.db = db;
        this.taxes = taxes;
    }

    private record Taxed(int line, List<Long> rules) {}

    @Override
    public Map<Integer, List<Tax>> of(String invoiceNumber, Collection<Integer> lineNumbers) {
        if (lineNumbers.isEmpty()) {
            return Map.of();
        }
        var lines = db.sql("""
                        select l.line_number, l.tax_rules from invoice i join invoice_line l on l.invoice_id = i.id
                        where i.reference = :number and l.line_number = any (cast(:lines as int[]))
                          and l.tax_rules is not null""")
                .param("number", invoiceNumber)
                .param("lines", lineNumbers.toArray(Integer[]::new))
                .query((row, _) -> new Taxed(row.getInt(1), InvoiceRows.ids(row.getString(2))))
                .list();
        var applied = taxes.applied(
                lines.stream().flatMap(line -> line.rules().stream()).collect(Collectors.toSet()));
        return lines.stream()
                .collect(Collectors.toMap(
                        Taxed::line,
                        line -> line.rules().stream()
                                .map(id -> Objects.requireNonNull(applied.get(id)))
                                .toList()));
    }
}
