package io.controlcenter.gateway.sandbox;

import io.controlcenter.gateway.upstream.GatewaySettings;
import io.controlcenter.gateway.upstream.Looks;
import io.controlcenter.gateway.upstream.Upstream;
import io.controlcenter.gateway.upstream.Upstreams;
import io.controlcenter.platform.clock.BusinessClock;
import io.controlcenter.platform.clock.SandboxClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Moves the whole platform in time, one move after the other, and waits until everybody has arrived. */
@Component
@ConditionalOnProperty("controlcenter.sandbox")
class ClockTravel {

    /** How far ahead of real time a sandbox may be in all. */
    static final Duration FARTHEST = Duration.ofDays(366 * 20);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final BusinessClock clock;
    private final SandboxClock platform;
    private final Upstreams upstreams;
    private final Looks looks;
    private final JsonMapper json;
    private final Duration patience;
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    ClockTravel(
            BusinessClock clock,
            SandboxClock platform,
            Upstreams upstreams,
            Looks looks,
            JsonMapper json,
            GatewaySettings settings) {
        this.patience = settings.clockPatience();
        this.clock = clock;
        this.platform = platform;
        this.upstreams = upstreams;
        this.looks = looks;
        this.json = json;
    }

    /** What came of the wish to move. */
    sealed interface Outcome {
        /**
         * @param laggards services that have not followed yet
         * @param absent services that do not answer; they follow when they are back
         */
        record Moved(Instant now, Duration offset, List<String> laggards, List<String> absent) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    enum Refusal {
        NOT_FORWARD,
        TOO_FAR
    }

    private enum Where {
        ARRIVED,
        ON_THE_WAY,
        ABSENT
    }

    /** @param destination from the present time; computed when it is this move's turn */
    Outcome move(UnaryOperator<Instant> destination) throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            var now = clock.instant();
            var to = destination.apply(now);
            if (!to.isAfter(now)) {
                return new Outcome.Refused(Refusal.NOT_FORWARD);
            }
            var offset = clock.offset().plus(Duration.between(now, to));
            if (offset.compareTo(FARTHEST) > 0) {
                return new Outcome.Refused(Refusal.TOO_FAR);
            }
            platform.announce(offset);
            return arrival(offset);
        } catch (DateTimeException | ArithmeticException _) {
            return new Outcome.Refused(Refusal.TOO_FAR);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Outcome.Moved arrival(Duration offset) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var late = new ArrayList<String>();
            var absent = new ArrayList<String>();
            lookAround(offset, late, absent);
            if (!clock.offset().equals(offset)) {
                late.add("gateway");
            }
            if (late.isEmpty() || System.nanoTime() - deadline > 0) {
                return new Outcome.Moved(clock.instant(), clock.offset(), late, absent);
            }
            Thread.sleep(PAUSE);
        }
    }

    private void lookAround(Duration offset, List<String> late, List<String> absent) throws InterruptedException {
        try (var looking = Executors.newVirtualThreadPerTaskExecutor()) {
            var services = List.copyOf(upstreams.all());
            var found = looking.invokeAll(services.stream()
                    .map(service -> (Callable<Where>) () -> where(service, offset))
                    .toList());
            for (int i = 0; i < services.size(); i++) {
                switch (found.get(i).get()) {
                    case ARRIVED -> {}
                    case ON_THE_WAY -> late.add(services.get(i).name());
                    case ABSENT -> absent.add(services.get(i).name());
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Where where(Upstream service, Duration offset) {
        return looks.at(service, "/actuator/health")
                .map(answer ->
                        offset(answer.body()).filter(offset::equals).isPresent() ? Where.ARRIVED : Where.ON_THE_WAY)
                .orElse(Where.ABSENT);
    }

    private Optional<Duration> offset(String health) {
        try {
            var told = json.readTree(health).at("/components/sandboxClock/details/offset");
            return told.isString() ? Optional.of(Duration.parse(told.asString())) : Optional.empty();
        } catch (JacksonException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
