package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.domain.DisputeLine;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dispute ledger. */
public interface DisputeLines {

    void add(DisputeLine line);

    void save(DisputeLine line);

    List<DisputeLine> of(String requestNumber);

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
