package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.domain.Charge;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The charges of orders, each with its items. */
@Component
class OrderCharges {

    private static final String WRITE = """
            insert into order_charge (charge_id, order_number, position, enterprise_id, account_id, item_id, cause,
              state, request_id, created_at, response_due_at, promised_date, standard_date, answered_at, answered_by,
              answered_by_name, answered_by_side, items, warned)
            values (:id, :order, :position, :enterprise, :account, :itemId, :cause, :state, :request, :created, :due,
              :promised, :standard, :answeredAt, :by, :byName, :bySide, cast(:items as jsonb), :warned)
            on conflict (charge_id) do update set state = excluded.state, answered_at = excluded.answered_at,
              answered_by = excluded.answered_by, answered_by_name = excluded.answered_by_name,
              answered_by_side = excluded.answered_by_side, items = excluded.items, warned = excluded.warned
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;
    private final JsonMapper json;

    OrderCharges(JdbcClient db, NamedParameterJdbcOperations batch, JsonMapper json) {
        this.db = db;
        this.batch = batch;
        this.json = json;
    }

    void write(@Nullable OrderSnapshot before, OrderSnapshot order) {
        var known = before == null ? Set.<Charge>of() : new HashSet<>(before.charges());
        batch.batchUpdate(
                WRITE,
                IntStream.range(0, order.charges().size())
                        .filter(i -> !known.contains(order.charges().get(i)))
                        .mapToObj(i -> parameters(order, order.charges().get(i)))
                        .toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource parameters(OrderSnapshot order, Charge charge) {
        var answer = charge.answer();
        var expedite = charge.expedite();
        return new MapSqlParameterSource()
                .addValue("id", charge.chargeId())
                .addValue("order", order.orderNumber())
                .addValue("position", number(charge.chargeId()))
                .addValue("enterprise", order.enterpriseId())
                .addValue("account", order.accountId())
                .addValue("itemId", charge.itemId())
                .addValue("cause", charge.cause().name())
                .addValue("state", charge.state().name())
                .addValue("request", charge.requestId())
                .addValue("created", Columns.at(charge.createdAt()))
                .addValue("due", Columns.at(charge.responseDueAt()))
                .addValue("promised", expedite == null ? null : expedite.promised())
                .addValue("standard", expedite == null ? null : expedite.standard())
                .addValue("answeredAt", answer == null ? null : Columns.at(answer.at()))
                .addValue("by", answer == null ? null : answer.by().id())
                .addValue("byName", answer == null ? null : answer.by().name())
                .addValue("bySide", answer == null ? null : answer.by().side().name())
                .addValue("items", json.writeValueAsString(charge.items()))
                .addValue("warned", charge.warned());
    }

    /** The number at the end of {@code O-10000001-C2}. */
    static int number(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 2));
    }

    List<Charge> of(String orderNumber) {
        return db.sql("select * from order_charge where order_number = :order order by position")
                .param("order", orderNumber)
                .query((row, _) -> charge(row))
                .list();
    }

    private Charge charge(ResultSet row) throws SQLException {
        var promised = row.getObject("promised_date", LocalDate.class);
        var by = Columns.person(row, "answered_by");
        return new Charge(
                row.getString("charge_id"),
                row.getString("item_id"),
                Charge.Cause.valueOf(row.getString("cause")),
                List.of(json.readValue(row.getString("items"), Charge.Line[].class)),
                row.getString("request_id"),
                Objects.requireNonNull(Columns.instant(row, "created_at")),
                Objects.requireNonNull(Columns.instant(row, "response_due_at")),
                promised == null
                        ? null
                        : new Charge.Expedite(promised, row.getObject("standard_date", LocalDate.class)),
                Charge.State.valueOf(row.getString("state")),
                by == null ? null : new Charge.Answer(by, Objects.requireNonNull(Columns.instant(row, "answered_at"))),
                row.getInt("warned"));
    }
}
