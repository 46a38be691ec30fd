package io.controlcenter.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DueWorkRunnerTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** Fails at first, then finds one thing to do. */
    private static final class Stumbling implements DueWork {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public String name() {
            return "stumbling";
        }

        @Override
        public int doDue(Instant now) {
            return switch (asked.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("not yet");
                case 2 -> 1;
                default -> 0;
            };
        }
    }

    @Test
    void work_that_fails_is_counted_and_asked_again() {
        var free = new DefaultLockingTaskExecutor(_ -> Optional.of(() -> {}));
        var runner =
                new DueWorkRunner(List.of(new Stumbling()), free, Clock.systemUTC(), meters, Duration.ofMillis(10));
        assertThat(count("due.work.failed")).isZero();
        runner.start();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> count("due.work.done") == 1);
        runner.stop();
        assertThat(count("due.work.failed")).isEqualTo(1);
    }

    private double count(String name) {
        return meters.find(name).tag("work", "stumbling").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
