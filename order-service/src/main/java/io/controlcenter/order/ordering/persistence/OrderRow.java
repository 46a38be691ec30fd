package io.controlcenter.order.ordering.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A row of {@code orders}; items and milestones have tables of their own. */
@Table("orders")
record OrderRow(
        @Id String orderNumber,
        String enterpriseId,
        String accountId,
        @Nullable String externalId,
        String state,
        @Nullable String requestedKind,
        @Nullable LocalDate requestedDate,
        @Nullable LocalDate customerCommitDate,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable String contactPhone,
        @Nullable Instant requirementsConfirmedAt,
        @Nullable String careManagerId,
        @Nullable String careManagerName,
        @Nullable String careManagerPhone,
        @Nullable String careManagerEmail,
        @Nullable UUID letterDocumentId,
        @Nullable Integer letterVersion,
        @Nullable Instant letterIssuedAt,
        Instant createdAt,
        String createdBy,
        String createdByName,
        String createdBySide,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,
        @Nullable String submittedByName,
        @Nullable String submittedBySide,
        @Nullable Instant completedAt,
        @Version @Nullable Long version) {}
