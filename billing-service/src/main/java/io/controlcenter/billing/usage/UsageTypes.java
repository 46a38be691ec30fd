package io.controlcenter.billing.usage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.controlcenter.billing.usage.domain.Unit;
import io.controlcenter.billing.usage.domain.UsageType;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Types of usage and what they cost. A rate is never changed, only followed by another one. */
@Component
@Transactional
class UsageTypes {

    private static final Listing LIST = Listing.of("t.*", "usage_type t")
            .text("usageType", "t.usage_type")
            .choice("unit", "t.unit", Unit.class)
            .number("id", "t.id")
            .order("-id", "t.id");

    private final JdbcClient db;

    UsageTypes(JdbcClient db) {
        this.db = db;
    }

    private static UsageType type(ResultSet row, List<UsageType.Rate> rates) throws SQLException {
        return new UsageType(
                row.getString("usage_type"), row.getString("name"), Unit.valueOf(row.getString("unit")), rates);
    }

    /** @return false when there is one with this code */
    boolean add(UsageType type) {
        return db.sql(
                                "insert into usage_type (usage_type, name, unit) values (:code, :name, :unit) on conflict do nothing")
                        .param("code", type.code())
                        .param("name", type.name())
                        .param("unit", type.unit().name())
                        .update()
                == 1;
    }

    /** @return false when another rate begins on the same day */
    boolean add(String code, UsageType.Rate rate) {
        return db.sql("""
                                insert into usage_rate (usage_type, currency, effective_from, amount)
                                values (:code, :currency, :from, :amount) on conflict do nothing""")
                        .param("code", code)
                        .param("currency", rate.currency())
                        .param("from", rate.effectiveFrom())
                        .param("amount", rate.amount())
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    Page<UsageType> list(ListRequest request) {
        return LIST.page(db, request, "true", Map.of(), (row, _) -> type(row, List.of()));
    }

    @Transactional(readOnly = true)
    Optional<UsageType> find(String code) {
        return find(List.of(code)).stream().findFirst();
    }

    /** With their rates, oldest first; those that are known. */
    @Transactional(readOnly = true)
    List<UsageType> find(Collection<String> codes) {
        record Owned(String code, UsageType.Rate rate) {}
        var rates = db
                .sql("select * from usage_rate where usage_type in (:codes) order by effective_from")
                .param("codes", codes)
                .query((row, _) -> new Owned(
                        row.getString("usage_type"),
                        new UsageType.Rate(
                                row.getBigDecimal("amount").stripTrailingZeros(),
                                row.getString("currency"),
                                row.getObject("effective_from", LocalDate.class))))
                .list()
                .stream()
                .collect(groupingBy(Owned::code, mapping(Owned::rate, toList())));
        return db.sql("select * from usage_type where usage_type in (:codes)")
                .param("codes", codes)
                .query((row, _) -> type(row, rates.getOrDefault(row.getString("usage_type"), List.of())))
                .list();
    }
}
