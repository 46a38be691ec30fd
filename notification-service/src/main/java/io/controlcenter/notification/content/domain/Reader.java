package io.controlcenter.notification.content.domain;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a notice is written for.
 *
 * @param accounts those of the concerned accounts that the reader may see
 */
public record Reader(@Nullable String name, ZoneId zone, String enterprise, List<String> accounts) {}
