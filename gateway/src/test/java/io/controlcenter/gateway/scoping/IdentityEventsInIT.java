package io.controlcenter.gateway.scoping;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.gateway.tokens.AccessToken;
import io.controlcenter.platform.test.Infrastructure;
import io.controlcenter.platform.test.LocalKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

/** With a broker of its own, to take it away. */
class IdentityEventsInIT {

    private static final AccessToken ADA = new AccessToken("ada-token", "ada");
    private final AtomicInteger asked = new AtomicInteger();
    private final ScopedTokens scopes = new ScopedTokens((token, subject, enterprise) -> {
        asked.incrementAndGet();
        return new Scope.Granted(token, subject, enterprise, Duration.ofMinutes(5));
    });

    @Test
    void after_kafka_was_away_everything_is_looked_up_again(@TempDir Path directory) throws Exception {
        int port = Infrastructure.freePort();
        int controllerPort = Infrastructure.freePort();
        var kafka = new LocalKafka(directory, port, controllerPort);
        var events = listening(kafka.bootstrapServers());
        events.start();
        awaitStatus(events, Status.UP);
        scopes.scope(ADA, "ENT-1");
        scopes.scope(ADA, "ENT-1");
        assertThat(asked).hasValue(1);

        kafka.close();
        awaitStatus(events, Status.UNKNOWN);
        scopes.scope(ADA, "ENT-1");
        assertThat(asked).as("known tokens go on meanwhile").hasValue(1);

        try (var _ = new LocalKafka(directory, port, controllerPort)) {
            awaitStatus(events, Status.UP);
            scopes.scope(ADA, "ENT-1");
            assertThat(asked).hasValue(2);
            events.stop();
        }
    }

    private static void awaitStatus(IdentityEventsIn events, Status status) {
        Awaitility.await(status.getCode())
                .atMost(Duration.ofSeconds(60))
                .until(() -> events.health().getStatus().equals(status));
    }

    private IdentityEventsIn listening(String servers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                servers,
                "enable.auto.commit",
                false,
                "metadata.max.age.ms",
                1000,
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                StringDeserializer.class);
        return new IdentityEventsIn(
                scopes,
                new DefaultKafkaConsumerFactory<>(settings),
                new KafkaAdmin(Map.of("bootstrap.servers", servers)),
                JsonMapper.shared());
    }
}
