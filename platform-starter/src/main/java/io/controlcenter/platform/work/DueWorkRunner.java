package io.controlcenter.platform.work;

import io.controlcenter.platform.clock.ClockMoved;
import io.controlcenter.platform.observability.Correlation;
import io.controlcenter.platform.tenancy.TenantScope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/** Asks every {@link DueWork} in turn, each in a thread of its own, so that a long one holds up no other. */
public final class DueWorkRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DueWorkRunner.class);
    private static final Duration LOCKED_AT_MOST = Duration.ofMinutes(2);

    private final List<DueWork> works;
    private final LockingTaskExecutor locks;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Duration every;
    private volatile ScheduledExecutorService scheduler = stopped();

    public DueWorkRunner(
            List<DueWork> works, LockingTaskExecutor locks, Clock clock, MeterRegistry meters, Duration every) {
        this.works = works;
        this.locks = locks;
        this.clock = clock;
        this.meters = meters;
        this.every = every;
        // from zero, so that the first failure is an increase
        works.forEach(this::failures);
    }

    private Counter failures(DueWork work) {
        return meters.counter("due.work.failed", "work", work.name());
    }

    private static ScheduledExecutorService stopped() {
        var none = Executors.newSingleThreadScheduledExecutor();
        none.shutdown();
        return none;
    }

    @Override
    public void start() {
        scheduler = Executors.newScheduledThreadPool(
                Math.max(1, works.size()),
                Thread.ofVirtual().name("due-work-", 0).factory());
        for (var work : works) {
            var _ = scheduler.scheduleWithFixedDelay(() -> run(work), 0, every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @EventListener(ClockMoved.class)
    void clockMoved() {
        if (isRunning()) {
            works.forEach(work -> scheduler.execute(() -> run(work)));
        }
    }

    /** Does everything that is due, here and now; what tests call after moving the clock. */
    public void runAll() {
        works.forEach(work -> {
            while (round(work) > 0) {
                // until nothing is due any more
            }
        });
    }

    private void run(DueWork work) {
        try {
            var more = true;
            while (more && isRunning()) {
                more = locked(work);
            }
        } catch (Throwable e) {
            // an escaping throwable would end the schedule
            failures(work).increment();
            LOG.warn("{} failed and is asked again in {}", work.name(), every, e);
        }
    }

    private boolean locked(DueWork work) throws Throwable {
        var lock = new LockConfiguration(
                Instant.ofEpochMilli(System.currentTimeMillis()), work.name(), LOCKED_AT_MOST, Duration.ZERO);
        var done = locks.executeWithLock(() -> round(work), lock).getResult();
        return done != null && done > 0;
    }

    private int round(DueWork work) {
        var done = new int[1];
        Correlation.run(null, () -> done[0] = TenantScope.call(TenantScope.ALL, () -> work.doDue(clock.instant())));
        meters.counter("due.work.done", "work", work.name()).increment(done[0]);
        return done[0];
    }

    @Override
    public void stop() {
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(20, TimeUnit.SECONDS)) {
                scheduler.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !scheduler.isShutdown();
    }
}
