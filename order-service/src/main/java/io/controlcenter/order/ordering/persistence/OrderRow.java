package io.controlcenter.order.ordering.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A row of {@code orders}; items, milestones, charges and requests have tables of their own. */
@Table("orders")
record OrderRow(
        @Id String orderNumber,
        String enterpriseId,
        String accountId,
        @Nullable String quoteNumber,
        @Nullable String externalId,
        String state,
        @Nullable String requestedKind,
        @Nullable LocalDate requestedDate,
        @Nullable LocalDate customerCommitDate,
        @Nullable LocalDate focDate,
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
        @Nullable String waitingFor,
        @Nullable Instant noReturnAt,
        @Nullable String noReturnReason,
        @Nullable String jeopardyCode,
        @Nullable String jeopardyLevel,
        @Nullable String jeopardyReason,
        @Nullable String jeopardyPlan,
        @Nullable Instant jeopardySince,
        @Nullable Instant noticeSentAt,
        @Nullable LocalDate noticeSentOn,
        @Nullable Instant noticeAnswerBy,
        @Nullable LocalDate delayOriginalDue,
        @Nullable LocalDate delayNewDue,
        @Nullable Boolean delayCommencesOnDue,
        @Nullable LocalDate delayExpiresOn,
        @Nullable String escalationLevel,
        @Nullable String terminationErrors,
        @Version @Nullable Long version) {}
