package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.taxes.domain.TaxLine;
import java.math.BigDecimal;
import java.util.List;

/** The taxes of what is given back of an issued line: those that it had, at their rates, in proportion. */
public interface LineTaxes {

    /** @param net positive; so are the amounts of the answer */
    List<TaxLine> of(String invoiceNumber, int lineNumber, BigDecimal net);
}
