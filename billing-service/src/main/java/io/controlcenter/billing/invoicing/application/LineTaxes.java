package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.taxes.domain.Tax;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The taxes that lines of an issued invoice had: what is given back of a line takes them back, at their rates. */
public interface LineTaxes {

    /** By line number, whatever the number of lines by two queries; lines without taxes are absent. */
    Map<Integer, List<Tax>> of(String invoiceNumber, Collection<Integer> lineNumbers);
}
