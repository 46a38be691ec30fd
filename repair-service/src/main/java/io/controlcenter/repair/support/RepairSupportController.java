package io.controlcenter.repair.support;

import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When repair support is open: always (handbook S29, S38). */
@RestController
@RequestMapping(path = "/api/v{version}/tickets/support-hours", version = "1")
@Tag(name = "Tickets")
class RepairSupportController {

    @Schema(name = "RepairSupportHours")
    record HoursView(
            Instant at,
            @Schema(description = "True at every instant") boolean open,
            @Schema(example = "24x7") String calendar,
            String phone,
            String email,

            @Schema(description = "Where a ticket is opened at any hour", example = "/api/v1/tickets")
            String tickets) {}

    private final RepairSupportSettings settings;
    private final Clock clock;

    RepairSupportController(RepairSupportSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    @Access(reach = Reach.PUBLIC)
    @Operation(
            operationId = "getRepairSupportHours",
            summary = "Repair answers at every hour of every day; where to reach a technician")
    HoursView hours(
            @Parameter(description = "An instant; now unless said") @RequestParam(required = false) @Nullable
                    Instant at) {
        return new HoursView(
                at == null ? clock.instant() : at, true, "24x7", settings.phone(), settings.email(), "/api/v1/tickets");
    }
}
