package io.controlcenter.platform.clock;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Moves the business clocks of the whole platform together. The offset is a record of a compacted topic, which every
 * instance reads from the start, so that one which was down meanwhile comes back in step. Not ready before that.
 */
public final class SandboxClock implements SmartLifecycle, HealthIndicator {

    public static final String TOPIC = "platform.clock.v1";
    private static final String KEY = "offset";
    private static final Logger LOG = LoggerFactory.getLogger(SandboxClock.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final BusinessClock clock;
    private final ConsumerFactory<String, String> consumers;
    private final KafkaTemplate<String, String> kafka;
    private final ApplicationEventPublisher events;
    private final CountDownLatch inStep = new CountDownLatch(1);
    private volatile boolean running;
    private @Nullable Thread thread;

    public SandboxClock(
            BusinessClock clock,
            ConsumerFactory<String, String> consumers,
            KafkaTemplate<String, String> kafka,
            ApplicationEventPublisher events) {
        this.clock = clock;
        this.consumers = consumers;
        this.kafka = kafka;
        this.events = events;
    }

    /** Tells the whole platform, itself included, to run so far ahead of real time. */
    public void announce(Duration ahead) {
        kafka.send(TOPIC, 0, KEY, ahead.toString())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("sandbox-clock").start(this::follow);
        try {
            if (!inStep.await(10, TimeUnit.SECONDS)) {
                LOG.warn("Kafka does not answer yet; the business clock follows when it does");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before everything that asks the time. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }

    private void follow() {
        while (running) {
            try (var consumer = consumers.createConsumer("sandbox-clock", "sandbox-clock")) {
                read(consumer);
            } catch (KafkaException e) {
                LOG.warn("The sandbox clock reads again: {}", e.toString());
                rest();
            }
        }
    }

    /** A broker whose name cannot be resolved fails at once, again and again. */
    private static void rest() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Consumer<? super String, ? super String> consumer) {
        var partition = new TopicPartition(TOPIC, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = Objects.requireNonNullElse(
                consumer.endOffsets(List.of(partition)).get(partition), 0L);
        while (running) {
            consumer.poll(POLL).forEach(record -> move(String.valueOf(record.value())));
            if (consumer.position(partition) >= end) {
                inStep.countDown();
            }
        }
    }

    private void move(String ahead) {
        clock.moveTo(Duration.parse(ahead));
        events.publishEvent(new ClockMoved(clock.instant()));
    }

    @Override
    public Health health() {
        var state = inStep.getCount() == 0 ? Health.up() : Health.outOfService();
        return state.withDetails(Map.of(
                        "now",
                        clock.instant().toString(),
                        "offset",
                        clock.offset().toString()))
                .build();
    }

    @Override
    public void stop() {
        running = false;
        var reader = thread;
        if (reader != null) {
            try {
                reader.join(Duration.ofSeconds(5));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
