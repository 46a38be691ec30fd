package io.controlcenter.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.work.OneByOne;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Due work of many pieces, some of which are poison. */
@SampleTest
class OneByOneIT {

    private static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");

    @Autowired
    private OneByOne oneByOne;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeterRegistry meters;

    /** Numbers to write down in turn. */
    private final class Numbers {

        private final String work = UUID.randomUUID().toString();
        private final TreeSet<Integer> due = new TreeSet<>();
        private final Set<Integer> poison = new HashSet<>();
        private final Set<Integer> notNow = new HashSet<>();
        private final List<Integer> tried = new ArrayList<>();

        Numbers(int many) {
            IntStream.rangeClosed(1, many).forEach(due::add);
        }

        int round(Instant now) {
            tried.clear();
            return TenantScope.call(
                    TenantScope.ALL, () -> oneByOne.each(work, now, this::oldest, String::valueOf, this::write));
        }

        private List<Integer> oldest(int atMost) {
            return due.stream().limit(atMost).toList();
        }

        private boolean write(int number) {
            tried.add(number);
            if (notNow.contains(number)) {
                return false;
            }
            db.sql(
                            "insert into idempotency_key (subject, enterprise_id, path, key, fingerprint, status) values ('s', :work, '/p', :key, 'f', 200)")
                    .param("work", work)
                    .param("key", String.valueOf(number))
                    .update();
            if (poison.contains(number)) {
                throw new IllegalStateException("poison");
            }
            return due.remove(number);
        }

        List<Integer> written() {
            return TenantScope.call(
                    TenantScope.ALL,
                    () -> transaction.execute(
                            _ -> db.sql("select key::int from idempotency_key where enterprise_id = :work order by 1")
                                    .param("work", work)
                                    .query(Integer.class)
                                    .list()));
        }
    }

    @Test
    void a_piece_that_fails_leaves_nothing_and_holds_up_no_other() {
        var numbers = new Numbers(200);
        numbers.poison.add(3);
        assertThat(numbers.round(NOW)).isEqualTo(49);
        assertThat(numbers.written()).hasSize(49).startsWith(1, 2, 4);
        while (numbers.round(NOW) > 0) {
            assertThat(numbers.tried).doesNotContain(3);
        }
        assertThat(numbers.written()).hasSize(199).doesNotContain(3);
        assertThat(db.sql("select item || ' ' || attempts || ' ' || reason from due_work_failure where work = :work")
                        .param("work", numbers.work)
                        .query(String.class)
                        .list())
                .containsExactly("3 1 java.lang.IllegalStateException: poison");
    }

    @Test
    void it_is_tried_again_after_longer_and_longer_pauses() {
        var numbers = new Numbers(1);
        numbers.poison.add(1);
        var triedAt = new ArrayList<Integer>();
        for (int second = 0; second < 100; second++) {
            numbers.round(NOW.plusSeconds(second));
            if (!numbers.tried.isEmpty()) {
                triedAt.add(second);
            }
        }
        assertThat(triedAt).containsExactly(0, 10, 30, 70);
        for (int day = 1; day < 9; day++) {
            numbers.round(NOW.plusSeconds(100).plusSeconds(day * 3600L));
            assertThat(numbers.tried).hasSize(1);
        }
        numbers.poison.clear();
        assertThat(numbers.round(NOW.plusSeconds(100).plusSeconds(9 * 3600L))).isOne();
    }

    @Test
    void many_that_fail_or_have_to_wait_stand_before_one_that_can_be_done() {
        var failing = new Numbers(121);
        failing.poison.addAll(failing.due.headSet(121));
        assertThat(failing.round(NOW)).isOne();
        assertThat(failing.tried).hasSize(121).isSorted();
        assertThat(meters.get("due.work.failing")
                        .tag("work", failing.work)
                        .gauge()
                        .value())
                .isEqualTo(120);
        assertThat(meters.get("due.work.failed")
                        .tag("work", failing.work)
                        .counter()
                        .count())
                .isEqualTo(120);
        var waiting = new Numbers(121);
        waiting.notNow.addAll(waiting.due.headSet(121));
        assertThat(waiting.round(NOW)).isOne();
        assertThat(waiting.round(NOW)).isZero();
        assertThat(waiting.written()).containsExactly(121);
    }
}
