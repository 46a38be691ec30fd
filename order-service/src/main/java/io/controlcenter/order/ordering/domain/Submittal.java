package io.controlcenter.order.ordering.domain;

import java.time.Instant;

/** Who submitted the order, and when; sales may do it on behalf of the customer (handbook S12). */
public record Submittal(Instant at, Person by) {}
