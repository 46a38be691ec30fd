package io.controlcenter.gateway.status;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the platform is. */
@Schema(name = "PlatformStatus")
record PlatformStatus(
        @Schema(description = "UP, DEGRADED (something is down) or DOWN (everything is)", example = "UP")
        State status,

        Instant checkedAt,
        List<ServiceStatus> services) {

    enum State {
        UP,
        DEGRADED,
        DOWN
    }

    /**
     * @param dependencies by name, such as {@code db}
     * @param eventsWaiting in the outbox
     * @param oldestEventSeconds age of the oldest of them
     */
    @Schema(name = "ServiceStatus")
    record ServiceStatus(
            @Schema(example = "order") String name,
            @Schema(example = "Orders") String title,
            @Schema(example = "UP") State status,

            @Schema(description = "What it leans on, such as its database")
            Map<String, String> dependencies,

            @Schema(description = "Whether the gateway sends it requests", example = "CLOSED")
            String breaker,

            @Schema(description = "Events that are not published yet", example = "0") @Nullable
            Long eventsWaiting,

            @Schema(description = "Age of the oldest of them in seconds", example = "0") @Nullable
            Double oldestEventSeconds,

            @Schema(description = "Events that could not be handled and wait for an operator", example = "0") @Nullable
            Long deadLetters) {}

    static PlatformStatus of(Instant checkedAt, List<ServiceStatus> services) {
        var up = services.stream()
                .filter(service -> service.status() != State.DOWN)
                .count();
        var healthy = services.stream().allMatch(service -> service.status() == State.UP);
        return new PlatformStatus(healthy ? State.UP : up == 0 ? State.DOWN : State.DEGRADED, checkedAt, services);
    }
}
