package io.controlcenter.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.sets.Columns;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows of all kinds of columns that are added by one statement are the rows that were given. */
@SampleTest
class ColumnsIT {

    private static final Instant AT = Instant.parse("2026-11-30T20:15:00.123456Z");

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    private record Thing(
            long id,
            @Nullable Integer number,
            @Nullable Boolean flag,
            @Nullable String name,
            @Nullable LocalDate day,
            @Nullable BigDecimal amount,
            @Nullable Instant at,
            @Nullable String json) {

        static Thing empty(long id) {
            return new Thing(id, null, null, null, null, null, null, null);
        }

        static Thing full(long id, String name) {
            return new Thing(
                    id,
                    (int) id,
                    id % 2 == 0,
                    name,
                    LocalDate.of(2026, 2, 28),
                    new BigDecimal("1234567890.1200"),
                    AT,
                    "{\"a\": \"%s\"}".formatted(id));
        }
    }

    private List<Thing> added(List<Thing> things) {
        return transaction.execute(status -> {
            db.sql("""
                            create temporary table thing (seq bigint generated always as identity, id bigint, number int,
                              flag boolean, name text, day date, amount numeric(16, 4), at timestamptz, json jsonb)
                            on commit drop""").update();
            Columns.of(things)
                    .with("id", "int8", Thing::id)
                    .with("number", "int4", Thing::number)
                    .with("flag", "bool", Thing::flag)
                    .with("name", "text", Thing::name)
                    .with("day", "date", Thing::day)
                    .with("amount", "numeric", Thing::amount)
                    .with("at", "timestamptz", Thing::at)
                    .with("json", "jsonb", Thing::json)
                    .insertInto("thing", db);
            return db.sql("select * from thing order by seq")
                    .query((row, _) -> {
                        var at = row.getTimestamp("at");
                        return new Thing(
                                row.getLong("id"),
                                row.getObject("number", Integer.class),
                                row.getObject("flag", Boolean.class),
                                row.getString("name"),
                                row.getObject("day", LocalDate.class),
                                row.getBigDecimal("amount"),
                                at == null ? null : at.toInstant(),
                                row.getString("json"));
                    })
                    .list();
        });
    }

    private void areAddedAsTheyAre(List<Thing> things) {
        assertThat(added(things)).isEqualTo(things);
    }

    @Test
    void columns_that_differ_are_added_row_by_row_in_order() {
        areAddedAsTheyAre(List.of(
                Thing.full(3, "it's, {a} \"name\" \\ with : and ?"),
                Thing.full(1, ""),
                Thing.empty(2),
                Thing.full(4, "Ünï")));
    }

    @Test
    void columns_that_are_the_same_in_all_rows_reach_every_row() {
        areAddedAsTheyAre(LongStream.range(0, 1000)
                .mapToObj(id -> new Thing(id, 7, true, "same", LocalDate.EPOCH, new BigDecimal("0.0000"), AT, "[]"))
                .toList());
        areAddedAsTheyAre(LongStream.range(0, 3).mapToObj(Thing::empty).toList());
    }

    @Test
    void rows_that_are_alike_are_as_many_as_were_given() {
        areAddedAsTheyAre(List.of(Thing.empty(1), Thing.empty(1), Thing.empty(1)));
    }

    @Test
    void one_row_and_none_are_rows_too() {
        areAddedAsTheyAre(List.of(Thing.full(1, "one")));
        areAddedAsTheyAre(List.of());
    }
}
