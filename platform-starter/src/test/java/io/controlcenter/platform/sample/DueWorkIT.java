package io.controlcenter.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.clock.BusinessClock;
import io.controlcenter.platform.clock.ClockMoved;
import io.controlcenter.platform.clock.SandboxClock;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Housekeeping that falls due, and the clock that a sandbox moves for the whole platform. */
@SampleTest
class DueWorkIT {

    @Autowired
    private DueWorkRunner runner;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ConsumerFactory<String, String> consumers;

    @Autowired
    private KafkaTemplate<String, String> kafka;

    @Test
    void old_keys_and_inbox_rows_are_forgotten_and_young_ones_kept() {
        TenantScope.run(
                TenantScope.ALL,
                () -> transaction.executeWithoutResult(_ -> {
                    for (var age : List.of("3 days", "1 hour")) {
                        db.sql(
                                        "insert into idempotency_key values ('s', 'E-AGE', '/p', :age, 'f', 200, null, null, null, now() - cast(:age as interval))")
                                .param("age", age)
                                .update();
                    }
                    db.sql("insert into inbox_event values (gen_random_uuid(), now() - interval '91 days')")
                            .update();
                }));
        runner.runAll();
        var kept = TenantScope.call(
                TenantScope.ALL,
                () -> transaction.execute(_ -> db.sql("select key from idempotency_key where enterprise_id = 'E-AGE'")
                        .query(String.class)
                        .list()));
        assertThat(kept).containsExactly("1 hour");
        assertThat(db.sql("select count(*) from inbox_event where handled_at < now() - interval '90 days'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void one_instance_moves_the_clock_of_all_and_a_later_one_catches_up() {
        var first = clockAt("2026-06-01T15:00:00Z");
        var second = clockAt("2026-06-01T15:00:00Z");
        var moves = new CopyOnWriteArrayList<Object>();
        var one = new SandboxClock(first, consumers, kafka, moves::add);
        var two = new SandboxClock(second, consumers, kafka, _ -> {});
        one.start();
        two.start();
        one.announce(Duration.ofDays(31));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> second.instant().equals(Instant.parse("2026-07-02T15:00:00Z")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> moves.contains(new ClockMoved(Instant.parse("2026-07-02T15:00:00Z"))));
        var third = clockAt("2026-06-01T16:00:00Z");
        var late = new SandboxClock(third, consumers, kafka, _ -> {});
        late.start();
        assertThat(third.instant()).isEqualTo(Instant.parse("2026-07-02T16:00:00Z"));
        assertThat(late.health().getStatus().getCode()).isEqualTo("UP");
        List.of(one, two, late).forEach(SandboxClock::stop);
    }

    private static BusinessClock clockAt(String instant) {
        return new BusinessClock(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}
