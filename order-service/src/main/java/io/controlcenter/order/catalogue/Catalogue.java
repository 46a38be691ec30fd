package io.controlcenter.order.catalogue;

import io.controlcenter.order.domain.Money;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The product offerings; the same for every enterprise. */
@Component
public class Catalogue {

    static final RowMapper<ProductOffering> OFFERING = (row, _) -> new ProductOffering(
            row.getString("code"),
            row.getString("name"),
            row.getString("family"),
            row.getString("bandwidth"),
            new Money(row.getBigDecimal("monthly_recurring"), row.getString("currency")),
            new Money(row.getBigDecimal("non_recurring"), row.getString("currency")),
            row.getString("circuit_prefix"));

    private final JdbcClient db;

    Catalogue(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<ProductOffering> find(String code) {
        return Optional.ofNullable(find(Set.of(code)).get(code));
    }

    /** Those that exist of the codes asked for, by code. */
    @Transactional(readOnly = true)
    public Map<String, ProductOffering> find(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("select * from product_offering where code in (:codes)")
                .param("codes", codes)
                .query(OFFERING)
                .list()
                .stream()
                .collect(Collectors.toMap(ProductOffering::code, Function.identity()));
    }
}
