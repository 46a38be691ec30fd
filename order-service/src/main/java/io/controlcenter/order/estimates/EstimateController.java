package io.controlcenter.order.estimates;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Price and date before anybody presses the button (domain (c) 7; handbook S28). */
@RestController
@RequestMapping(path = "/api/v{version}/order-estimates", version = "1")
@Tag(name = "Rate card and intervals")
class EstimateController {

    @Schema(description = "Either items that would be ordered today, or an order under way")
    record Question(
            @Nullable @Size(min = 1, max = 500) List<@Valid Item> items,

            @Schema(description = "When everything should be there; without it every earlier day is priced") @Nullable
            LocalDate requestedDate,

            @Nullable String orderNumber) {}

    @Schema(name = "EstimatedItem")
    record Item(@NotBlank String productCode, @Nullable String siteId) {}

    private final Estimating estimating;

    EstimateController(Estimating estimating) {
        this.estimating = estimating;
    }

    @PostMapping
    @Access({"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "SALES_ENGINEER", "CCM"})
    @Transactional(readOnly = true)
    @Operation(
            operationId = "estimateOrder",
            summary =
                    "Earliest standard date, fee for each earlier day, and what changing or cancelling costs now and later",
            description =
                    "Stores nothing and can be repeated. A date on a product that is ICB is priced by a quote: 422 "
                            + "expedite-requires-quote.")
    Estimate estimate(@RequestBody Question question) {
        if ((question.items() == null) == (question.orderNumber() == null)) {
            throw Problem.unprocessable(
                    Violation.missing("/items", "Name either items to order or the number of an order under way."));
        }
        return question.items() != null
                ? estimating.items(question.items(), question.requestedDate())
                : estimating.order(String.valueOf(question.orderNumber()), question.requestedDate());
    }
}
