package io.controlcenter.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as it arrived: the CloudEvents envelope, and the data in the consumer's own reading of it.
 *
 * @param id unique; the inbox remembers it
 * @param subject the aggregate's id
 * @param time business time at which it happened
 * @param version of the aggregate; a projection ignores what is lower than it has seen
 */
public record Event<T>(
        UUID id,
        String type,
        String subject,
        Instant time,
        @Nullable String enterpriseId,
        @Nullable String accountId,
        long version,
        @Nullable String correlationId,
        T data) {

    static Event<String> of(ConsumerRecord<String, String> record) {
        try {
            return read(record);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEvent("The envelope is malformed: " + e.getMessage(), e);
        }
    }

    private static Event<String> read(ConsumerRecord<String, String> record) {
        return new Event<>(
                UUID.fromString(required(record, "ce_id")),
                required(record, "ce_type"),
                record.key(),
                Instant.parse(required(record, "ce_time")),
                header(record, "ce_enterpriseid").orElse(null),
                header(record, "ce_accountid").orElse(null),
                header(record, "ce_aggregateversion").map(Long::parseLong).orElse(0L),
                header(record, "ce_correlationid").orElse(null),
                record.value());
    }

    <R> Event<R> with(R read) {
        return new Event<>(id, type, subject, time, enterpriseId, accountId, version, correlationId, read);
    }

    static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private static String required(ConsumerRecord<?, ?> record, String name) {
        return header(record, name).orElseThrow(() -> new UnreadableEvent("The header " + name + " is missing", null));
    }
}
