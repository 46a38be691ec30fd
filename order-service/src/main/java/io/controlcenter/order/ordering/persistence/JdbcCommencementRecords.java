package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.application.CommencementRecords;
import io.controlcenter.order.ordering.domain.AcceptanceOutcome;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
    public void write(OrderSnapshot order, List<OrderItem> items, AcceptanceOutcome outcome, Person by, Instant at) {
        var notice = order.progress().notice();
        batch.batchUpdate(
                """
                insert into acceptance_record
                  (order_number, item_id, enterprise_id, account_id, outcome, at, by_user, commencement_date,
                   connection_notice_at)
                values (:order, :item, :enterprise, :account, :outcome, :at, :by, :commencement, :noticeAt)
                """,
                items.stream()
                        .map(item -> new MapSqlParameterSource()
                                .addValue("order", order.orderNumber())
                                .addValue("item", item.itemId())
                                .addValue("enterprise", order.enterpriseId())
                                .addValue("account", order.accountId())
                                .addValue("outcome", outcome.name())
                                .addValue("noticeAt", notice == null ? null : Columns.at(notice.sentAt()))
                                .addValue("at", at.atOffset(ZoneOffset.UTC))
                                .addValue("by", by.id())
                                .addValue(
                                        "commencement",
                                        Objects.requireNonNull(item.delivery()).commencementDate()))
                        .toArray(SqlParameterSource[]::new));
    }
}
