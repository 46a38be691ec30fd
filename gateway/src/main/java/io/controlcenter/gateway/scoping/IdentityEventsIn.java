package io.controlcenter.gateway.scoping;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears what changes at identity, and forgets the scoped tokens that it touches. Every replica hears everything, from
 * now on: without a group, from the end of all partitions. When Kafka was away, nobody knows what was missed, so all is
 * forgotten.
 */
@Component
class IdentityEventsIn implements SmartLifecycle, HealthIndicator {

    static final List<String> TOPICS = List.of(
            "identity.membership.v1",
            "identity.user.v1",
            "identity.client.v1",
            "identity.account.v1",
            "identity.enterprise.v1");
    private static final Logger LOG = LoggerFactory.getLogger(IdentityEventsIn.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PULSE = Duration.ofSeconds(2);
    private static final int PARTITIONS = 3;

    private final ScopedTokens scopes;
    private final ConsumerFactory<String, String> consumers;
    private final KafkaAdmin admin;
    private final JsonMapper json;
    private final CountDownLatch listening = new CountDownLatch(1);
    private volatile boolean running;
    private volatile boolean deaf = true;
    private @Nullable Thread thread;

    IdentityEventsIn(
            ScopedTokens scopes, ConsumerFactory<String, String> consumers, KafkaAdmin admin, JsonMapper json) {
        this.scopes = scopes;
        this.consumers = consumers;
        this.admin = admin;
        this.json = json;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("identity-events").start(this::run);
        try {
            if (!listening.await(5, TimeUnit.SECONDS)) {
                LOG.warn("Kafka does not answer yet; scoped tokens live until they expire");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        createMissingTopics();
        while (running) {
            var fromNow = new Properties();
            fromNow.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
            try (var consumer = consumers.createConsumer(null, "identity-events", null, fromNow)) {
                listen(consumer);
            } catch (RuntimeException e) {
                // whatever it is: a listener that ended would leave revoked grants at work
                deaf = true;
                LOG.warn("Identity's events are listened to again: {}", e.toString());
                pause();
            }
        }
    }

    private void createMissingTopics() {
        try {
            admin.createOrModifyTopics(TOPICS.stream()
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) -1))
                    .toArray(NewTopic[]::new));
        } catch (RuntimeException _) {
            // Kafka is away; identity creates them, and the next pulse finds them
        }
    }

    private void listen(Consumer<String, String> consumer) {
        deaf = true;
        var nextPulse = 0L;
        while (running) {
            if (System.nanoTime() - nextPulse >= 0) {
                feelPulse(consumer);
                nextPulse = System.nanoTime() + PULSE.toNanos();
            }
            if (consumer.assignment().isEmpty()) {
                pause();
            } else {
                hear(consumer.poll(POLL));
            }
        }
    }

    private static void pause() {
        LockSupport.parkNanos(PULSE.toNanos() / 4);
    }

    /** Asks the broker something that it must answer, and takes partitions that are new since the last time. */
    private void feelPulse(Consumer<String, String> consumer) {
        try {
            join(consumer);
            consumer.endOffsets(consumer.assignment(), PULSE);
            if (deaf) {
                deaf = false;
                scopes.forgetAll();
                listening.countDown();
            }
        } catch (TimeoutException e) {
            if (!deaf) {
                LOG.warn("Kafka does not answer; scoped tokens live until they expire: {}", e.toString());
            }
            deaf = true;
        }
    }

    /** A partition that is there when listening begins is heard from its end; one that comes later, from its start. */
    private static void join(Consumer<String, String> consumer) {
        var present = new ArrayList<TopicPartition>();
        for (var topic : TOPICS) {
            consumer.partitionsFor(topic, PULSE)
                    .forEach(partition -> present.add(new TopicPartition(topic, partition.partition())));
        }
        var assigned = consumer.assignment();
        var added = present.stream()
                .filter(partition -> !assigned.contains(partition))
                .toList();
        if (added.isEmpty()) {
            return;
        }
        consumer.assign(present);
        if (assigned.isEmpty()) {
            consumer.seekToEnd(added);
        } else {
            consumer.seekToBeginning(added);
        }
        added.forEach(partition -> consumer.position(partition, PULSE));
    }

    private void hear(ConsumerRecords<String, String> records) {
        if (records.isEmpty()) {
            return;
        }
        Set<String> subjects = new HashSet<>();
        Set<String> enterprises = new HashSet<>();
        try {
            records.forEach(event -> collect(event, subjects, enterprises));
            scopes.forget(subjects, enterprises);
        } catch (JacksonException e) {
            LOG.warn("An event of identity cannot be read, so all is forgotten: {}", e.toString());
            scopes.forgetAll();
        }
    }

    /** A membership, user or client event is about a subject; an account or enterprise event about an enterprise. */
    private void collect(ConsumerRecord<String, String> event, Set<String> subjects, Set<String> enterprises) {
        var data = json.readTree(event.value());
        switch (event.topic()) {
            case "identity.account.v1" -> add(data.path("enterpriseId"), enterprises);
            case "identity.enterprise.v1" -> {
                if (!type(event).equals("identity.enterprise.created.v1")) {
                    add(data.path("enterpriseId"), enterprises);
                }
            }
            case "identity.client.v1" -> add(data.path("clientId"), subjects);
            default -> add(data.path("userId"), subjects);
        }
    }

    private static void add(JsonNode id, Set<String> ids) {
        if (id.isString()) {
            ids.add(id.asString());
        }
    }

    private static String type(ConsumerRecord<String, String> event) {
        var header = event.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Not a reason to take the gateway out: without Kafka it goes on, only slower to forget. */
    @Override
    public Health health() {
        return deaf ? Health.unknown().build() : Health.up().build();
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
