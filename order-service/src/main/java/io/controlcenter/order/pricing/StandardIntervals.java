package io.controlcenter.order.pricing;

import io.controlcenter.order.pricing.domain.IntervalUnit;
import io.controlcenter.order.pricing.domain.StandardInterval;
import io.controlcenter.platform.audit.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long the delivery of each product takes, by region and effective date. */
@Component
public class StandardIntervals {

    private final JdbcClient db;
    private final AuditTrail audit;

    StandardIntervals(JdbcClient db, AuditTrail audit) {
        this.db = db;
        this.audit = audit;
    }

    /** @param region a country such as US, a state such as US-IL, or null for everywhere else */
    record Kept(String productCode, @Nullable String region, LocalDate effectiveFrom, StandardInterval interval) {}

    /**
     * The interval of a product at a place, on a date: that of the state before that of the country before the general
     * one. A product without any is ICB.
     *
     * @param country ISO 3166, null when the place is not known
     * @param state as its country abbreviates it
     */
    @Transactional(readOnly = true)
    public StandardInterval of(String productCode, @Nullable String country, @Nullable String state, LocalDate on) {
        return db.sql("""
                        select * from standard_interval
                        where product_code = :product and effective_from <= :on
                          and region in ('', coalesce(:country, ''), coalesce(:country || '-' || :state, ''))
                        order by length(region) desc, effective_from desc limit 1""")
                .param("product", productCode)
                .param("on", on)
                .param("country", country)
                .param("state", state)
                .query((row, _) -> kept(row).interval())
                .optional()
                .orElse(StandardInterval.ICB);
    }

    /** What applies on a date and what will later, by product, general ones first. */
    List<Kept> from(LocalDate on, Collection<String> productCodes) {
        var products = productCodes.isEmpty() ? "" : "product_code in (:products) and ";
        return db.sql("select * from standard_interval i where " + products + """
                        not exists (select 1 from standard_interval later
                          where later.product_code = i.product_code and later.region = i.region
                            and later.effective_from > i.effective_from and later.effective_from <= :on)
                        order by product_code, region, effective_from""")
                .params(Map.of("products", productCodes, "on", on))
                .query((row, _) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var region = row.getString("region");
        return new Kept(
                row.getString("product_code"),
                region.isEmpty() ? null : region,
                row.getObject("effective_from", LocalDate.class),
                new StandardInterval(
                        row.getObject("value", Integer.class), IntervalUnit.valueOf(row.getString("unit"))));
    }

    void put(Kept kept) {
        db.sql("""
                        insert into standard_interval (product_code, region, effective_from, value, unit)
                        values (:product, :region, :from, :value, :unit)
                        on conflict (product_code, region, effective_from)
                        do update set value = :value, unit = :unit""")
                .param("product", kept.productCode())
                .param("region", kept.region() == null ? "" : kept.region())
                .param("from", kept.effectiveFrom())
                .param("value", kept.interval().value())
                .param("unit", kept.interval().unit().name())
                .update();
        audit.record(null, "standard-interval.kept", "product-offering", kept.productCode(), null, kept);
    }
}
