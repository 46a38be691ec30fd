package io.controlcenter.order.catalogue;

import io.controlcenter.order.sites.Site;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where which product is available. */
@Component
public class Availability {

    private final JdbcClient db;

    Availability(JdbcClient db) {
        this.db = db;
    }

    /** What is known of some products at some sites. What is said of a site counts before its state, and that before its country. */
    public static final class Coverage {

        private final Map<String, Boolean> known;

        Coverage(Map<String, Boolean> known) {
            this.known = Map.copyOf(known);
        }

        /** A product of which nothing is said at a place is not available there. */
        public boolean has(String productCode, Site site) {
            var places = List.of(site.siteId(), site.country() + "-" + site.state(), site.country());
            return places.stream()
                    .map(place -> known.get(key(productCode, place)))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(false);
        }

        static String key(String productCode, String place) {
            return productCode + "@" + place;
        }
    }

    /** For judging many items at once. */
    @Transactional(readOnly = true)
    public Coverage of(Collection<String> productCodes, Collection<String> siteIds) {
        var known = new HashMap<String, Boolean>();
        if (!productCodes.isEmpty()) {
            read("""
                    select product_code, region as place, available from product_availability
                    where product_code in (:products)""", Map.of("products", productCodes), known);
        }
        if (!productCodes.isEmpty() && !siteIds.isEmpty()) {
            read("""
                    select product_code, site_id as place, available from site_availability
                    where product_code in (:products) and site_id in (:sites)""", Map.of("products", productCodes, "sites", siteIds), known);
        }
        return new Coverage(known);
    }

    private void read(String sql, Map<String, ?> parameters, Map<String, Boolean> into) {
        db.sql(sql).params(parameters).query(row -> {
            into.put(Coverage.key(row.getString("product_code"), row.getString("place")), row.getBoolean("available"));
        });
    }

    record Region(String region, boolean available) {}

    List<Region> regions(String productCode) {
        return db.sql("""
                        select region, available from product_availability where product_code = :product
                        order by region""")
                .param("product", productCode)
                .query((row, _) -> new Region(row.getString("region"), row.getBoolean("available")))
                .list();
    }

    /** Replaces what is said of a product's regions. */
    void put(String productCode, List<Region> regions) {
        db.sql("delete from product_availability where product_code = :product")
                .param("product", productCode)
                .update();
        regions.forEach(region -> db.sql("""
                        insert into product_availability (product_code, region, available)
                        values (:product, :region, :available)""")
                .param("product", productCode)
                .param("region", region.region())
                .param("available", region.available())
                .update());
    }

    void putAtSite(String enterpriseId, String siteId, String productCode, boolean available, @Nullable String reason) {
        db.sql("""
                        insert into site_availability (site_id, product_code, enterprise_id, available, reason)
                        values (:site, :product, :enterprise, :available, :reason)
                        on conflict (site_id, product_code) do update set available = :available, reason = :reason""")
                .param("site", siteId)
                .param("product", productCode)
                .param("enterprise", enterpriseId)
                .param("available", available)
                .param("reason", reason)
                .update();
    }
}
