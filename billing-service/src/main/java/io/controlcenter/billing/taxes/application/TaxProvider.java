package io.controlcenter.billing.taxes.application;

import io.controlcenter.billing.taxes.domain.Supply;
import io.controlcenter.billing.taxes.domain.Tax;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Says which taxes, fees and surcharges apply. The default reads the table {@code tax_rule}; a tax engine takes its place
 * by a bean of this type that is {@code @Primary}. Always asked for many lines at once.
 */
public interface TaxProvider {

    /**
     * @param on the bill date, which decides the rates
     * @return for each supply the taxes that apply to it, in the same order
     */
    List<List<Tax>> assess(List<Supply> supplies, LocalDate on);

    /** Taxes that were applied before, as they were then: what is given back takes back its own. */
    Map<Long, Tax> applied(Collection<Long> ids);
}
