package io.controlcenter.repair.ticketing.domain;

import java.time.Instant;

/** How the trouble ended. */
public record Resolution(RootCause rootCause, String text, Instant at) {}
