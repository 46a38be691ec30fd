package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Earlier invoices on which something is open, for many accounts at once. */
public interface OpenItems {

    /** By account, oldest first; accounts without any are absent. */
    Map<String, List<Statement.OpenItem>> of(Collection<String> accountIds);
}
