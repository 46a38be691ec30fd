package io.controlcenter.platform.clock;

import java.time.Instant;

/** The business clock was moved to this instant; whatever falls due by it should look now. */
public record ClockMoved(Instant now) {}
