package io.controlcenter.billing.rating;

import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rated services to look at. */
@Component
@Transactional(readOnly = true)
class ReadingServices {

    private static final RowMapper<Rated> RATED = (row, _) -> new Rated(
            row.getString("service_id"),
            row.getString("enterprise_id"),
            row.getString("account_id"),
            row.getString("order_number"),
            row.getString("circuit_id"),
            row.getString("product_code"),
            row.getString("product_name"),
            row.getString("location"),
            row.getObject("start_date", LocalDate.class),
            row.getObject("stop_date", LocalDate.class),
            row.getString("stop_order_number"),
            instant(row.getObject("stop_requested_at", OffsetDateTime.class)),
            row.getLong("version"));
    private static final Listing LIST = Listing.of("s.*", "rated_service s")
            .text("accountId", "s.account_id")
            .text("productCode", "s.product_code")
            .date("startDate", "s.start_date")
            .date("stopDate", "s.stop_date")
            .order("-startDate", "s.id");

    private final JdbcClient db;
    private final Prices prices;

    ReadingServices(JdbcClient db, Prices prices) {
        this.db = db;
        this.prices = prices;
    }

    /** @param stopDate the first day not billed; null while it goes on */
    record Rated(
            String serviceId,
            String enterpriseId,
            String accountId,
            String orderNumber,
            @Nullable String circuitId,
            String productCode,
            String productName,
            @Nullable String location,
            LocalDate startDate,
            @Nullable LocalDate stopDate,
            @Nullable String stopOrderNumber,
            @Nullable Instant stopRequestedAt,
            long version) {}

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    Page<Rated> list(String enterpriseId, ListRequest request) {
        return LIST.page(db, request, "s.enterprise_id = :enterprise", Map.of("enterprise", enterpriseId), RATED);
    }

    Optional<Rated> find(String serviceId) {
        return db.sql("select * from rated_service where service_id = :id")
                .param("id", serviceId)
                .query(RATED)
                .optional();
    }

    List<Prices.Price> prices(String serviceId) {
        return prices.of(serviceId);
    }
}
