package io.controlcenter.repair.ticketing.domain;

import java.util.UUID;

/**
 * A word from one side to the other.
 *
 * @param internal among the provider's people; the customer never sees it
 */
public record Note(UUID noteId, String text, boolean internal) {}
