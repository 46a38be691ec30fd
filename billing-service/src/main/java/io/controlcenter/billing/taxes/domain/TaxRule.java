package io.controlcenter.billing.taxes.domain;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of taxes: what applies where, to what, and when. What is null applies everywhere or to everything.
 *
 * @param postalPrefix the first characters of postal codes
 * @param effectiveTo the first day on which it does not apply any more
 */
public record TaxRule(
        Tax tax,
        Place place,
        @Nullable String productCode,
        Set<Supply.Kind> appliesTo,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    boolean appliesTo(Supply supply, LocalDate on) {
        return !on.isBefore(effectiveFrom)
                && (effectiveTo == null || on.isBefore(effectiveTo))
                && appliesTo.contains(supply.kind())
                && (productCode == null || productCode.equals(supply.productCode()))
                && covers(supply.place());
    }

    private boolean covers(Place other) {
        var prefix = place.postalCode();
        return isSame(place.country(), other.country())
                && isSame(place.region(), other.region())
                && isSame(place.city(), other.city())
                && (prefix == null
                        || (other.postalCode() != null && other.postalCode().startsWith(prefix)));
    }

    private static boolean isSame(@Nullable String wanted, @Nullable String given) {
        return wanted == null || wanted.equalsIgnoreCase(given);
    }

    /** How narrow it is: of several value added taxes the narrowest applies. */
    int narrowness() {
        return (productCode == null ? 0 : 16)
                + (place.postalCode() == null ? 0 : 8)
                + (place.city() == null ? 0 : 4)
                + (place.region() == null ? 0 : 2)
                + (place.country() == null ? 0 : 1);
    }
}
