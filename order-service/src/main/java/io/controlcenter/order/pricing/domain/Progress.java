package io.controlcenter.order.pricing.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the stage of an order depends on.
 *
 * @param acknowledgedOn null before the acknowledgement
 * @param engineered whether the design is complete, whatever the calendar says
 * @param expedited expedited orders count as engineered earlier
 * @param dueOn the commit date, or the requested one until there is one
 */
public record Progress(
        @Nullable LocalDate acknowledgedOn,
        boolean engineered,
        boolean expedited,
        @Nullable LocalDate dueOn) {}
