package io.controlcenter.order.catalogue;

import io.controlcenter.order.calendars.Calendars;
import io.controlcenter.order.domain.Money;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.time.Clock;
import java.time.LocalDate;
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

    private static final RowMapper<ProductOffering> OFFERING = (row, _) -> new ProductOffering(
            row.getString("code"),
            row.getString("name"),
            row.getString("description"),
            row.getString("family"),
            row.getString("bandwidth"),
            new Money(row.getBigDecimal("monthly_recurring"), row.getString("currency")),
            new Money(row.getBigDecimal("non_recurring"), row.getString("currency")),
            row.getString("circuit_prefix"),
            row.getObject("effective_from", LocalDate.class),
            row.getObject("effective_until", LocalDate.class),
            row.getInt("acceptance_window_days"));

    /** With the price of the day; before its first price a product has that one. */
    private static final String PRICED = """
            (select p.*, price.monthly_recurring, price.non_recurring, price.currency,
               row_number() over (order by p.code) as rank
             from product_offering p cross join lateral (
               select * from product_price where product_code = p.code
               order by effective_from > cast(:today as date), abs(effective_from - cast(:today as date)) limit 1) price) p
            """;

    private static final Listing LIST = Listing.of("p.*", PRICED)
            .text("code", "p.code")
            .text("family", "p.family")
            .number("rank", "p.rank")
            .order("rank", "p.rank");

    private final JdbcClient db;
    private final Calendars calendars;
    private final Clock clock;

    Catalogue(JdbcClient db, Calendars calendars, Clock clock) {
        this.db = db;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ProductOffering> find(String code) {
        return Optional.ofNullable(find(Set.of(code)).get(code));
    }

    /** Those that exist of the codes asked for, by code, whether they are still offered or not. */
    @Transactional(readOnly = true)
    public Map<String, ProductOffering> find(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("select p.* from " + PRICED + " where p.code in (:codes)")
                .param("codes", codes)
                .param("today", today())
                .query(OFFERING)
                .list()
                .stream()
                .collect(Collectors.toMap(ProductOffering::code, Function.identity()));
    }

    /** Those of the codes asked for that can be ordered today, by code. */
    @Transactional(readOnly = true)
    public Map<String, ProductOffering> offered(Collection<String> codes) {
        var today = today();
        return find(codes).values().stream()
                .filter(product -> product.offeredOn(today))
                .collect(Collectors.toMap(ProductOffering::code, Function.identity()));
    }

    /** What is offered today. */
    Page<ProductOffering> list(ListRequest request) {
        return LIST.page(
                db,
                request,
                "p.effective_from <= :today and (p.effective_until is null or p.effective_until >= :today)",
                Map.of("today", today()),
                OFFERING);
    }

    /** The date of today in the standard calendar. */
    public LocalDate today() {
        return calendars.standard().dateOf(clock.instant());
    }
}
