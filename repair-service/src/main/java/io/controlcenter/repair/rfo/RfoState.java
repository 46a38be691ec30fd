package io.controlcenter.repair.rfo;

import java.util.Set;

/** Where a request for a reason for outage is in its life (domain b.3). */
enum RfoState {
    REQUESTED,
    IN_PREPARATION,
    DELIVERED,
    DECLINED;

    Set<RfoState> next() {
        return switch (this) {
            case REQUESTED -> Set.of(IN_PREPARATION, DECLINED);
            case IN_PREPARATION -> Set.of(DELIVERED, DECLINED);
            case DELIVERED, DECLINED -> Set.of();
        };
    }
}
