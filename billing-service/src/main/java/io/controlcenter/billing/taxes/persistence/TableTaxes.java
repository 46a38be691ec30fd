package io.controlcenter.billing.taxes.persistence;

import io.controlcenter.billing.taxes.application.TaxProvider;
import io.controlcenter.billing.taxes.application.TaxRules;
import io.controlcenter.billing.taxes.domain.Place;
import io.controlcenter.billing.taxes.domain.Supply;
import io.controlcenter.billing.taxes.domain.Tax;
import io.controlcenter.billing.taxes.domain.TaxRule;
import io.controlcenter.billing.taxes.domain.TaxTable;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The taxes of the table {@code tax_rule}. */
@Component
@Transactional
class TableTaxes implements TaxProvider, TaxRules {

    private static final RowMapper<TaxRule> RULE = (row, _) -> new TaxRule(
            tax(row),
            new Place(
                    row.getString("country"),
                    row.getString("region"),
                    row.getString("city"),
                    row.getString("postal_prefix")),
            row.getString("product_code"),
            Arrays.stream((String[]) row.getArray("applies_to").getArray())
                    .map(Supply.Kind::valueOf)
                    .collect(Collectors.toSet()),
            row.getObject("effective_from", LocalDate.class),
            row.getObject("effective_to", LocalDate.class));
    private static final Listing LIST = Listing.of("t.*", "tax_rule t")
            .text("code", "t.code")
            .choice("kind", "t.kind", Tax.Kind.class)
            .text("country", "t.country")
            .text("region", "t.region")
            .text("city", "t.city")
            .text("productCode", "t.product_code")
            .date("effectiveFrom", "t.effective_from")
            .order("-effectiveFrom", "t.id");

    private final JdbcClient db;

    TableTaxes(JdbcClient db) {
        this.db = db;
    }

    private static Tax tax(ResultSet row) throws SQLException {
        return new Tax(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                Tax.Kind.valueOf(row.getString("kind")),
                row.getString("jurisdiction"),
                row.getBigDecimal("percent").stripTrailingZeros());
    }

    @Override
    @Transactional(readOnly = true)
    public List<List<Tax>> assess(List<Supply> supplies, LocalDate on) {
        var rules = db.sql("""
                        select * from tax_rule
                        where effective_from <= :day and (effective_to is null or effective_to > :day) order by id""").param("day", on).query(RULE).list();
        var table = new TaxTable(rules, on);
        return supplies.stream().map(table::of).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Tax> applied(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : db.sql("select * from tax_rule where id in (:ids)").param("ids", ids).query(RULE).stream()
                        .map(TaxRule::tax)
                        .collect(Collectors.toMap(Tax::id, tax -> tax));
    }

    @Override
    public TaxRule add(TaxRule rule) {
        return db.sql("""
                        insert into tax_rule (code, name, kind, jurisdiction, percent, country, region, city,
                          postal_prefix, product_code, applies_to, effective_from, effective_to)
                        values (:code, :name, :kind, :jurisdiction, :percent, :country, :region, :city, :postal,
                          :product, cast(:appliesTo as text[]), :from, :to) returning *""")
                .param("code", rule.tax().code())
                .param("name", rule.tax().name())
                .param("kind", rule.tax().kind().name())
                .param("jurisdiction", rule.tax().jurisdiction())
                .param("percent", rule.tax().percent())
                .param("country", rule.place().country())
                .param("region", rule.place().region())
                .param("city", rule.place().city())
                .param("postal", rule.place().postalCode())
                .param("product", rule.productCode())
                .param(
                        "appliesTo",
                        rule.appliesTo().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("from", rule.effectiveFrom())
                .param("to", rule.effectiveTo(), Types.DATE)
                .query(RULE)
                .single();
    }

    @Override
    public boolean end(long id, LocalDate day) {
        return db.sql("update tax_rule set effective_to = :day where id = :id")
                        .param("day", day)
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TaxRule> find(long id) {
        return db.sql("select * from tax_rule where id = :id")
                .param("id", id)
                .query(RULE)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<TaxRule> list(ListRequest request) {
        return LIST.page(db, request, "true", Map.of(), RULE);
    }
}
