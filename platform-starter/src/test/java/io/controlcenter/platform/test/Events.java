package io.controlcenter.platform.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Sees every event that leaves the application, and sends it events as other services would. */
public final class Events implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final KafkaTemplate<String, String> kafka;
    private final Thread reader;
    private volatile boolean running = true;

    /** An event on its topic. */
    public record Seen(
            String topic,
            String key,
            String type,
            UUID id,
            @Nullable String enterpriseId,
            long version,
            JsonNode data) {}

    Events(String bootstrapServers, KafkaTemplate<String, String> kafka) {
        this.kafka = kafka;
        this.reader = Thread.ofVirtual().start(() -> read(bootstrapServers));
    }

    private void read(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "events-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                "500");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(Pattern.compile("[a-z]+\\.[a-z-]+\\.v\\d+"));
            while (running) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> seen.add(toSeen(record)));
            }
        } catch (InterruptException _) {
            // the test is over
        }
    }

    private static Seen toSeen(ConsumerRecord<String, String> record) {
        var id = header(record, "ce_id");
        var version = header(record, "ce_aggregateversion");
        return new Seen(
                record.topic(),
                String.valueOf(record.key()),
                String.valueOf(header(record, "ce_type")),
                id == null ? new UUID(0, 0) : UUID.fromString(id),
                header(record, "ce_enterpriseid"),
                version == null ? 0 : Long.parseLong(version),
                data(record.value()));
    }

    /** Tests send broken data too. */
    private static JsonNode data(String value) {
        try {
            return JsonMapper.shared().readTree(value);
        } catch (JacksonException _) {
            return StringNode.valueOf(value);
        }
    }

    private static @Nullable String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Waits for the event of this type about this aggregate. */
    public Seen await(String type, String key) {
        return await(event -> event.type().equals(type) && event.key().equals(key), type + " of " + key);
    }

    /** The first event that is looked for; if this module publishes its type, it must fit the committed schema. */
    public Seen await(Predicate<Seen> which, String description) {
        Awaitility.await(description).atMost(PATIENCE).until(() -> seen.stream().anyMatch(which));
        var found = seen.stream().filter(which).findFirst().orElseThrow();
        EventContracts.assertFits(found.type(), found.data());
        return found;
    }

    /** What has been seen so far of this aggregate, in order. */
    public List<Seen> of(String key) {
        return seen.stream().filter(event -> event.key().equals(key)).toList();
    }

    /** Sends an event as its producer would; the data as JSON text. */
    public UUID send(String topic, String type, String key, @Nullable String enterpriseId, long version, String data) {
        var id = UUID.randomUUID();
        send(id, topic, type, key, enterpriseId, version, data);
        return id;
    }

    /** Sends an event with an id of the test's choice: twice the same is a redelivery. */
    public void send(
            UUID id, String topic, String type, String key, @Nullable String enterpriseId, long version, String data) {
        var record = new ProducerRecord<>(topic, key, data);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id.toString());
        header(record, "ce_type", type);
        header(record, "ce_source", "/control-center/test");
        header(
                record,
                "ce_time",
                Instant.ofEpochMilli(System.currentTimeMillis()).toString());
        header(record, "ce_aggregateversion", Long.toString(version));
        if (enterpriseId != null) {
            header(record, "ce_enterpriseid", enterpriseId);
        }
        kafka.send(record).join();
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        running = false;
        reader.interrupt();
    }
}
