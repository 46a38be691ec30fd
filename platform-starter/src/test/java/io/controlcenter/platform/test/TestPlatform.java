package io.controlcenter.platform.test;

import io.controlcenter.platform.clock.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The beans that stand in for the rest of the platform in an application's tests. */
@TestConfiguration(proxyBeanMethods = false)
public class TestPlatform {

    /** A Monday morning, 10:00 in Chicago. */
    public static final Instant START = Instant.parse("2026-06-01T15:00:00Z");

    @Bean
    BusinessClock businessClock() {
        return new BusinessClock(Clock.fixed(START, ZoneOffset.UTC));
    }

    @Bean
    TestClock testClock(BusinessClock clock) {
        return new TestClock(clock);
    }

    @Bean
    @ConditionalOnProperty(name = "controlcenter.test.tokens", matchIfMissing = true)
    JwtDecoder scopedTokenDecoder() {
        return Tokens.decoder();
    }

    @Bean
    Api api(Environment environment) {
        return new Api(() -> environment.getRequiredProperty("local.server.port", Integer.class));
    }

    @Bean
    Events events(KafkaTemplate<String, String> kafka) {
        return new Events(Infrastructure.bootstrapServers(), kafka);
    }
}
