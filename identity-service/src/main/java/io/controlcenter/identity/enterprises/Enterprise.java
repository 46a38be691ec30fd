package io.controlcenter.identity.enterprises;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's organization.
 *
 * @param customName what the customer calls it
 * @param selfRegistration whether people may ask for access by themselves (handbook S70)
 */
public record Enterprise(
        String enterpriseId,
        String name,
        @Nullable String customName,
        Segment segment,
        boolean selfRegistration,
        Status status,
        List<CustomerNumber> customerNumbers,
        Instant createdAt,
        long version) {

    public enum Status {
        ACTIVE,
        INACTIVE
    }

    /** The level between enterprise and billing account. */
    public record CustomerNumber(String number, String name) {}

    public Enterprise with(List<CustomerNumber> numbers) {
        return new Enterprise(
                enterpriseId, name, customName, segment, selfRegistration, status, numbers, createdAt, version);
    }
}
