package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.domain.DisputeLine;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dispute ledger. */
public interface DisputeLines {

    void add(DisputeLine line);

    void save(DisputeLine line);

    default List<DisputeLine> of(String requestNumber) {
        return of(List.of(requestNumber)).getOrDefault(requestNumber, List.of());
    }

    /** Those of several requests, by request number. */
    Map<String, List<DisputeLine>> of(Collection<String> requestNumbers);

    /**
     * What of a line cannot be disputed any more, besides what was given back of it: what is in dispute, and what was
     * decided to be right. What a customer took back can be.
     */
    BigDecimal disputed(String invoiceNumber, int lineNumber);

    /** What a dispute is about in all. */
    Sums sums(String requestNumber);

    /** @param credit the last credit note of it, with taxes; null when none was issued */
    record Sums(
            BigDecimal net, BigDecimal withTaxes, @Nullable BigDecimal credit) {}

    /** What of a line is in dispute now. */
    BigDecimal open(String invoiceNumber, int lineNumber);

    /** The request in which a line is in dispute now. */
    Optional<String> openRequest(String invoiceNumber, int lineNumber);

    Page<DisputeLine> list(String enterpriseId, ListRequest request);
}
