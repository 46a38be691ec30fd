package io.controlcenter.repair.ticketing.application;

import io.controlcenter.repair.ticketing.domain.Priority;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times in which services are to be restored: data, by priority and product. */
public interface RestoreTargets {

    /** @param productCode null for every product without a target of its own */
    record Target(Priority priority, @Nullable String productCode, Duration target) {}

    /** The product's own target, else that of all. */
    Duration of(Priority priority, @Nullable String productCode);

    List<Target> all();

    /** Applies to tickets from now on. */
    void put(Target target);

    /** Whether there was one of the product's own. */
    boolean remove(Priority priority, String productCode);
}
