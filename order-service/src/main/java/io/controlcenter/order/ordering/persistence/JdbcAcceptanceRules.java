package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.catalogue.Catalogue;
import io.controlcenter.order.catalogue.ProductOffering;
import io.controlcenter.order.ordering.application.AcceptanceRules;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcAcceptanceRules implements AcceptanceRules {

    private final Catalogue catalogue;
    private final JdbcClient db;

    JdbcAcceptanceRules(Catalogue catalogue, JdbcClient db) {
        this.catalogue = catalogue;
        this.db = db;
    }

    @Override
    public int windowDays(OrderSnapshot order) {
        return catalogue.find(products(order)).values().stream()
                .mapToInt(ProductOffering::acceptanceWindowDays)
                .max()
                .orElseThrow();
    }

    @Override
    public boolean commencesWhenNotReady(OrderSnapshot order) {
        return db.sql("""
                        select bool_and(r.action = 'COMMENCE') from unnest(:products) as ordered (code)
                        join not_ready_rule r on r.product_code = ordered.code
                          or (r.product_code = '*' and not exists
                            (select 1 from not_ready_rule own where own.product_code = ordered.code))""")
                .param("products", products(order).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private static Set<String> products(OrderSnapshot order) {
        return order.items().stream().map(item -> item.product().code()).collect(Collectors.toSet());
    }
}
