package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.application.CommencementRecords;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

@Component
class JdbcCommencementRecords implements CommencementRecords {

    private final NamedParameterJdbcOperations batch;

    JdbcCommencementRecords(NamedParameterJdbcOperations batch) {
        this.batch = batch;
    }

    @Override
    public void write(OrderSnapshot order, Person by, Instant at) {
        batch.batchUpdate(
                """
                insert into acceptance_record
                  (order_number, item_id, enterprise_id, account_id, outcome, at, by_user, commencement_date)
                values (:order, :item, :enterprise, :account, 'ACCEPTED', :at, :by, :commencement)
                """,
                order.items().stream()
                        .map(item -> new MapSqlParameterSource()
                                .addValue("order", order.orderNumber())
                                .addValue("item", item.itemId())
                                .addValue("enterprise", order.enterpriseId())
                                .addValue("account", order.accountId())
                                .addValue("at", at.atOffset(ZoneOffset.UTC))
                                .addValue("by", by.id())
                                .addValue(
                                        "commencement",
                                        Objects.requireNonNull(item.delivery()).commencementDate()))
                        .toArray(SqlParameterSource[]::new));
    }
}
