package io.controlcenter.platform.outbox;

import org.jspecify.annotations.Nullable;

/**
 * An event to publish (CloudEvents 1.0, binary mode; design, 6).
 *
 * @param topic one per aggregate, such as {@code repair.ticket.v1}
 * @param type what happened, such as {@code repair.ticket.resolved.v1}
 * @param key the aggregate's id: {@code ce_subject} and the record's key, by which order is kept
 * @param enterpriseId whose it is; null when it concerns no enterprise or all
 * @param accountId the billing account, where it has one
 * @param aggregateVersion rises with every change of the aggregate; a consumer ignores what is lower than it has seen
 * @param data written as JSON, absent values as explicit nulls, so that a consumer notices a missing field
 */
public record OutboxEvent(
        String topic,
        String type,
        String key,
        @Nullable String enterpriseId,
        @Nullable String accountId,
        long aggregateVersion,
        Object data) {}
