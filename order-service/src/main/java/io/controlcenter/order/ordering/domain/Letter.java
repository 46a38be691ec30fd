package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.util.UUID;

/** An issued acknowledgement letter: immutable, a correction is a new version. */
public record Letter(UUID documentId, int version, Instant issuedAt) {}
