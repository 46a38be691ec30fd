package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All billing requests. */
public interface BillingRequests {

    String nextNumber();

    void add(BillingRequest request);

    void save(BillingRequest request);

    /** Held until the transaction ends. */
    Optional<BillingRequest> lock(String requestNumber);

    Optional<BillingRequest> find(String requestNumber);

    /**
     * @param enterpriseId null for those of all enterprises
     * @param closedSince requests that were closed before are left out; null for none
     */
    Page<BillingRequest> list(@Nullable String enterpriseId, @Nullable Instant closedSince, ListRequest request);

    /** Those whose next warning is due. */
    List<String> toWarnOf(Instant now, int limit);

    /** Those that were silent for too long. */
    List<String> silent(Instant now, int limit);
}
