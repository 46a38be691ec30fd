package io.controlcenter.order.credit.application;

import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credit applications for readers. */
public interface ReadingCredit {

    /** A change of state, with what was said. */
    record Step(
            Instant at,
            @Nullable String from,
            String to,
            @Nullable String text,
            String actor,
            String source) {}

    /** @param enterpriseId null for all that the caller may see */
    Page<CreditApplication> list(@Nullable String enterpriseId, ListRequest request);

    List<Step> history(String applicationNumber);
}
