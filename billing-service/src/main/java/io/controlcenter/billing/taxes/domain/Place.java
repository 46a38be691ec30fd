package io.controlcenter.billing.taxes.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where a service is used; what is unknown is null.
 *
 * @param country ISO 3166, such as US
 * @param region state or province
 */
public record Place(
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String postalCode) {

    public static final Place UNKNOWN = new Place(null, null, null, null);
}
