package io.controlcenter.identity.enterprises;

import java.time.Instant;

/** A billing account in its place in the hierarchy; billing is its master. */
public record BillingAccount(
        String accountId,
        String enterpriseId,
        String customerNumber,
        String name,
        Segment segment,
        String timeZone,
        String currency,
        String status,
        Instant addedAt,
        long version) {}
