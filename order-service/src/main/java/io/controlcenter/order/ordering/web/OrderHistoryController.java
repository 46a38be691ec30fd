package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.order.ordering.domain.Milestone;
import io.controlcenter.order.ordering.domain.MilestoneCode;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What has happened to an order so far. */
@RestController
@RequestMapping(path = "/api/v{version}/orders/{orderNumber}", version = "1")
@Tag(name = "Delivery")
class OrderHistoryController {

    @Schema(name = "TimelineEntry")
    record EntryView(
            long id,
            Instant at,

            @Schema(
                    description = "STATE, MILESTONE, DATE, CONTACT, DOCUMENT, NOTE, CHARGE, REQUEST, JEOPARDY or"
                            + " ESCALATION")
            String kind,

            String text,
            @Schema(description = "Who did it") String actor,

            @Schema(description = "CUSTOMER, PROVIDER or SYSTEM")
            String source) {

        static EntryView of(ReadingOrders.Entry entry) {
            return new EntryView(entry.id(), entry.at(), entry.kind(), entry.text(), entry.actor(), entry.source());
        }
    }

    @Schema(name = "Milestone")
    record MilestoneView(
            String code,

            @Schema(description = "Whether the customer is notified when it is reached")
            boolean key,

            @Schema(description = "PENDING, REACHED, MISSED or SKIPPED")
            String status,

            @Nullable LocalDate plannedDate,
            @Nullable Instant reachedAt,
            @Nullable String note,

            @Schema(description = "Everything that happened to it and its plan, oldest first")
            List<ChangeView> history) {

        static MilestoneView of(MilestoneCode code, @Nullable Milestone milestone, List<ChangeView> history) {
            if (milestone == null) {
                return new MilestoneView(code.name(), code.isKey(), "PENDING", null, null, null, history);
            }
            return new MilestoneView(
                    milestone.code().name(),
                    milestone.code().isKey(),
                    milestone.status().name(),
                    milestone.plannedDate(),
                    milestone.reachedAt(),
                    milestone.note(),
                    history);
        }
    }

    @Schema(name = "MilestoneChange")
    record ChangeView(
            @Schema(description = "PLANNED, REACHED, MISSED, PENDING (to be reached again) or SKIPPED")
            String change,

            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason,
            Instant at,
            String actor,
            String source) {

        static ChangeView of(ReadingOrders.MilestoneChange change) {
            return new ChangeView(
                    change.change(),
                    change.fromDate(),
                    change.toDate(),
                    change.reason(),
                    change.at(),
                    change.actor(),
                    change.source());
        }
    }

    private final ReadingOrders reading;

    OrderHistoryController(ReadingOrders reading) {
        this.reading = reading;
    }

    private OrderSnapshot order(String orderNumber) {
        return reading.find(orderNumber).orElseThrow(() -> Problem.notFound("The order " + orderNumber));
    }

    @GetMapping("/timeline")
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "getOrderTimeline", summary = "Everything that happened to the order, oldest first")
    ResponseEntity<Page<EntryView>> timeline(@PathVariable String orderNumber, ListRequest request) {
        order(orderNumber);
        return reading.timeline(orderNumber, request).map(EntryView::of).toResponse();
    }

    @GetMapping("/milestones")
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(
            operationId = "listMilestones",
            summary = "All milestones of a delivery, reached or not, each with its history")
    Page<MilestoneView> milestones(@PathVariable String orderNumber) {
        var reached = order(orderNumber).milestones().stream()
                .collect(Collectors.toMap(Milestone::code, Function.identity()));
        var history = reading.milestoneHistory(orderNumber).stream()
                .collect(Collectors.groupingBy(
                        ReadingOrders.MilestoneChange::code, Collectors.mapping(ChangeView::of, Collectors.toList())));
        return new Page<>(
                Arrays.stream(MilestoneCode.values())
                        .map(code ->
                                MilestoneView.of(code, reached.get(code), history.getOrDefault(code.name(), List.of())))
                        .toList(),
                null);
    }
}
