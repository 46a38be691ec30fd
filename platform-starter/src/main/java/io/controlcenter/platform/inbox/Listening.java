package io.controlcenter.platform.inbox;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;

/**
 * Listens to every topic that a handler names, and to its dead letters. Makes sure first that the topics exist, for a
 * consumer may well start before the producer.
 */
final class Listening implements SmartLifecycle {

    private static final int PARTITIONS = 3;
    private final EventHandlers handlers;
    private final ObjectProvider<Inbox> inbox;
    private final ObjectProvider<DeadLetters> letters;
    private final ConsumerFactory<String, String> consumers;
    private final DefaultErrorHandler errors;
    private final KafkaAdmin admin;
    private final String context;
    private List<ConcurrentMessageListenerContainer<String, String>> containers = List.of();

    Listening(
            EventHandlers handlers,
            ObjectProvider<Inbox> inbox,
            ObjectProvider<DeadLetters> letters,
            ConsumerFactory<String, String> consumers,
            DefaultErrorHandler errors,
            KafkaAdmin admin,
            String context) {
        this.handlers = handlers;
        this.inbox = inbox;
        this.letters = letters;
        this.consumers = consumers;
        this.errors = errors;
        this.admin = admin;
        this.context = context;
    }

    @Override
    public void start() {
        if (handlers.topics().isEmpty()) {
            return;
        }
        var topics = handlers.topics().toArray(String[]::new);
        var dead = handlers.topics().stream().map(topic -> topic + "-dlt").toArray(String[]::new);
        createMissing(topics, dead);
        containers = List.of(
                container("events", topics, PARTITIONS, null, inbox.getObject()),
                container("dead-letters", dead, 1, context + "-dead-letters", letters.getObject()));
        containers.forEach(ConcurrentMessageListenerContainer::start);
    }

    private void createMissing(String[] topics, String[] dead) {
        var missing = Stream.concat(Stream.of(topics), Stream.of(dead))
                .map(topic -> new NewTopic(topic, PARTITIONS, (short) -1))
                .toArray(NewTopic[]::new);
        try {
            admin.createOrModifyTopics(missing);
        } catch (RuntimeException _) {
            // Kafka is away; the broker or the producer creates them, and the consumer finds them by its metadata
            // refresh
        }
    }

    private ConcurrentMessageListenerContainer<String, String> container(
            String name,
            String[] topics,
            int concurrency,
            @Nullable String group,
            BatchMessageListener<String, String> listener) {
        var properties = new ContainerProperties(topics);
        properties.setMessageListener(listener);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        if (group != null) {
            properties.setGroupId(group);
        }
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(name);
        container.setConcurrency(concurrency);
        container.setCommonErrorHandler(Objects.requireNonNull(errors));
        return container;
    }

    @Override
    public void stop() {
        containers.forEach(container -> container.stop());
        containers = List.of();
    }

    @Override
    public boolean isRunning() {
        return !containers.isEmpty();
    }
}
