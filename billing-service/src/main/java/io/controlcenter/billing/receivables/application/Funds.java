package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.receivables.domain.Allocation;
import io.controlcenter.billing.receivables.domain.Fund;
import io.controlcenter.billing.receivables.domain.FundUse;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payments and credits, and the invoices that they were applied to. */
public interface Funds {

    void add(Fund fund);

    void save(Fund fund);

    Optional<Fund> find(String fundId);

    /** Those of an account that something is left of, oldest first. */
    List<Fund> unapplied(String accountId);

    void apply(Fund fund, List<Allocation.Part> parts, Instant at);

    /** What became of these funds; what is not posted yet is absent. */
    Map<String, FundUse> uses(Collection<String> fundIds);

    /** Undoes all its applications. */
    void undo(String fundId, Instant at);

    /** Accounts with something unapplied while something undisputed is open. */
    List<String> accountsToApply(int limit);

    /** Issued invoices of nothing, or of less. */
    List<String> invoicesWithoutDebt(int limit);
}
