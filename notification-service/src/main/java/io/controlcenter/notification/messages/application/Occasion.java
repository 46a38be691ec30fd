package io.controlcenter.notification.messages.application;

import io.controlcenter.notification.content.domain.Facts;
import io.controlcenter.notification.domain.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell, from which a message per recipient arises.
 *
 * @param id 0 before it is kept
 * @param facts null once they were forgotten
 * @param at business time at which it was heard
 */
public record Occasion(
        long id,
        Kind kind,
        @Nullable String enterpriseId,
        long version,
        @Nullable Facts facts,
        Instant at) {}
