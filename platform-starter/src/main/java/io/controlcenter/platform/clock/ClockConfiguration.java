package io.controlcenter.platform.clock;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** One clock for all code; in a sandbox it follows the platform's. */
@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
public class ClockConfiguration {

    /** In microseconds, as PostgreSQL keeps them, so that a time reads the same before and after it was stored. */
    @Bean
    @ConditionalOnMissingBean(Clock.class)
    BusinessClock businessClock() {
        return new BusinessClock(Clock.tick(Clock.systemUTC(), ChronoUnit.MICROS.getDuration()));
    }

    @Bean
    @ConditionalOnProperty("controlcenter.sandbox")
    SandboxClock sandboxClock(
            BusinessClock clock,
            ConsumerFactory<String, String> consumers,
            KafkaTemplate<String, String> kafka,
            ApplicationEventPublisher events) {
        return new SandboxClock(clock, consumers, kafka, events);
    }

    @Bean
    @ConditionalOnProperty("controlcenter.sandbox")
    NewTopic clockTopic() {
        return TopicBuilder.name(SandboxClock.TOPIC)
                .partitions(1)
                .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                .build();
    }
}
