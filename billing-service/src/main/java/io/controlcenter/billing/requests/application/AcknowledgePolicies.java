package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.domain.Reading;
import java.util.Optional;

/** Which reading of "48 business hours" binds us towards an enterprise. */
public interface AcknowledgePolicies {

    Optional<Reading> find(String enterpriseId);

    void save(String enterpriseId, Reading reading);
}
