package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.payments.domain.Refund;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.util.Optional;

/** All that was paid back. */
public interface Refunds {

    String nextId();

    void add(Refund refund);

    Optional<Refund> find(String refundId);

    Page<Refund> list(String enterpriseId, ListRequest request);
}
