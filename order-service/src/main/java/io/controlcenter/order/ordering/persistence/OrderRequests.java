package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.domain.ChangeRequest;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.OrderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The customers' wishes for another date, or to cancel. */
@Component
class OrderRequests {

    private static final String WRITE = """
            insert into order_request (request_id, order_number, position, enterprise_id, account_id, kind, item_id, state,
              wish_kind, wish_date, reason, price, requested_at, requested_by, requested_by_name, requested_by_side,
              resume_to, charge_id, decided_at, decided_by, decided_by_name, decided_by_side, decision_reason,
              commit_date)
            values (:id, :order, :position, :enterprise, :account, :kind, :itemId, :state, :wishKind, :wishDate, :reason,
              cast(:price as jsonb), :at, :by, :byName, :bySide, :resumeTo, :charge, :decidedAt, :decidedBy,
              :decidedByName, :decidedBySide, :decisionReason, :commitDate)
            on conflict (request_id) do update set state = excluded.state, charge_id = excluded.charge_id,
              decided_at = excluded.decided_at, decided_by = excluded.decided_by,
              decided_by_name = excluded.decided_by_name, decided_by_side = excluded.decided_by_side,
              decision_reason = excluded.decision_reason, commit_date = excluded.commit_date
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;
    private final JsonMapper json;

    OrderRequests(JdbcClient db, NamedParameterJdbcOperations batch, JsonMapper json) {
        this.db = db;
        this.batch = batch;
        this.json = json;
    }

    void write(@Nullable OrderSnapshot before, OrderSnapshot order) {
        var known = before == null ? Set.<ChangeRequest>of() : new HashSet<>(before.requests());
        batch.batchUpdate(
                WRITE,
                order.requests().stream()
                        .filter(request -> !known.contains(request))
                        .map(request -> parameters(order, request))
                        .toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource parameters(OrderSnapshot order, ChangeRequest request) {
        var wish = request.wish();
        var date = wish.date();
        var decision = request.decision();
        return new MapSqlParameterSource()
                .addValue("id", request.requestId())
                .addValue("order", order.orderNumber())
                .addValue("position", OrderCharges.number(request.requestId()))
                .addValue("enterprise", order.enterpriseId())
                .addValue("account", order.accountId())
                .addValue("kind", request.kind().name())
                .addValue("itemId", wish.itemId())
                .addValue("state", request.state().wire())
                .addValue("wishKind", date == null ? null : date.kind().name())
                .addValue("wishDate", date == null ? null : date.date())
                .addValue("reason", wish.reason())
                .addValue("price", json.writeValueAsString(request.price()))
                .addValue("at", Columns.at(wish.at()))
                .addValue("by", wish.by().id())
                .addValue("byName", wish.by().name())
                .addValue("bySide", wish.by().side().name())
                .addValue("resumeTo", request.resumeTo().wire())
                .addValue("charge", request.chargeId())
                .addValue("decidedAt", decision == null ? null : Columns.at(decision.at()))
                .addValue("decidedBy", decision == null ? null : decision.by().id())
                .addValue(
                        "decidedByName", decision == null ? null : decision.by().name())
                .addValue(
                        "decidedBySide",
                        decision == null ? null : decision.by().side().name())
                .addValue("decisionReason", decision == null ? null : decision.reason())
                .addValue("commitDate", decision == null ? null : decision.commitDate());
    }

    List<ChangeRequest> of(String orderNumber) {
        return db.sql("select * from order_request where order_number = :order order by position")
                .param("order", orderNumber)
                .query((row, _) -> request(row))
                .list();
    }

    private ChangeRequest request(ResultSet row) throws SQLException {
        var decidedBy = Columns.person(row, "decided_by");
        return new ChangeRequest(
                row.getString("request_id"),
                ChangeRequest.Kind.valueOf(row.getString("kind")),
                new ChangeRequest.Wish(
                        row.getString("item_id"),
                        Columns.date(row, "wish"),
                        row.getString("reason"),
                        Objects.requireNonNull(Columns.person(row, "requested_by")),
                        Objects.requireNonNull(Columns.instant(row, "requested_at"))),
                json.readValue(row.getString("price"), ChangeRequest.Price.class),
                ChangeRequest.State.of(row.getString("state")),
                OrderState.of(row.getString("resume_to")),
                row.getString("charge_id"),
                decidedBy == null
                        ? null
                        : new ChangeRequest.Decision(
                                Objects.requireNonNull(Columns.instant(row, "decided_at")),
                                decidedBy,
                                row.getString("decision_reason"),
                                row.getObject("commit_date", LocalDate.class)));
    }
}
