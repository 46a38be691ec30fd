package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.order.ordering.domain.OrderState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An order in a list. */
@Schema(name = "OrderSummary")
record OrderSummary(
        String orderNumber,
        String href,
        String enterpriseId,
        String accountId,
        @Nullable String externalId,
        String state,
        String displayStatus,

        @Schema(description = "CREDIT while a submitted order waits for it") @Nullable
        String waitingFor,

        @Nullable LocalDate requestedDate,
        @Nullable LocalDate customerCommitDate,

        @Schema(description = "Name of the customer care manager") @Nullable
        String customerCareManager,

        @Nullable String jeopardyCode,

        @Schema(description = "LOW, MEDIUM or HIGH") @Nullable
        String jeopardyLevel,

        @Schema(description = "CCM_MANAGER, DIRECTOR or VP") @Nullable
        String escalationLevel,

        int itemCount,
        Instant createdAt,
        @Nullable Instant submittedAt) {

    static OrderSummary of(ReadingOrders.Line line) {
        return new OrderSummary(
                line.orderNumber(),
                "/api/v1/orders/" + line.orderNumber(),
                line.enterpriseId(),
                line.accountId(),
                line.externalId(),
                line.state(),
                OrderState.of(line.state()).displayStatus(),
                line.waitingFor(),
                line.requestedDate(),
                line.customerCommitDate(),
                line.careManagerName(),
                line.jeopardyCode(),
                line.jeopardyLevel(),
                line.escalationLevel(),
                line.itemCount(),
                line.createdAt(),
                line.submittedAt());
    }
}
