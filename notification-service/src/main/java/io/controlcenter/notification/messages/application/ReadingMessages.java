package io.controlcenter.notification.messages.application;

import io.controlcenter.notification.domain.Category;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the message log and the portal's inbox. */
public interface ReadingMessages {

    /** A message as the log shows it. */
    record Line(
            UUID messageId,
            String kind,
            String category,
            String channel,
            String recipient,
            @Nullable String recipientName,
            @Nullable String enterpriseId,
            @Nullable String accountId,
            String aggregateId,
            String subject,
            String state,
            @Nullable String reason,
            int attempts,
            int templateVersion,
            Instant createdAt,
            @Nullable Instant sentAt) {}

    /** A message as the portal's inbox shows it. */
    record Note(
            UUID messageId,
            String kind,
            String category,
            String subject,
            String summary,
            String link,
            @Nullable String accountId,
            String aggregateId,
            Instant createdAt,
            @Nullable Instant readAt) {}

    /** Whose inbox it is, and what of it may still be seen. */
    record Owner(
            String enterpriseId,
            String userId,
            Set<Category> categories,
            @Nullable Set<String> accounts) {}

    /** @param accounts only messages about these; null for all */
    Page<Line> log(@Nullable String enterpriseId, @Nullable Set<String> accounts, ListRequest request);

    Page<Note> inbox(Owner owner, ListRequest request);

    /** Marks it as read, once; empty when the owner has no such note. */
    Optional<Note> read(Owner owner, UUID messageId, Instant at);
}
