package io.controlcenter.notification.domain;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A billing account under its customer number. */
public record AccountRef(
        String accountId, String enterpriseId, @Nullable String customerNumber, String name, ZoneId zone) {}
