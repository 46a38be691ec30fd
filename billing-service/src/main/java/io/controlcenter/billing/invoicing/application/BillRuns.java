package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.BillRun;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** All bill runs. */
public interface BillRuns {

    BillRun open(BillRun.Kind kind, LocalDate cycleDate, String requestedBy, long accounts, Instant now);

    /** The run that began by itself on a date: opened, or opened again for accounts whose day begins later. */
    BillRun openScheduled(LocalDate cycleDate, long accounts, Instant now);

    /** The running one with the oldest cycle date. */
    Optional<BillRun> running();

    Optional<BillRun> find(String runId);

    Page<BillRun> list(ListRequest request);

    void progress(long id, BilledChunk chunk);

    /** Starts again at the first account, for those that were passed over while another run held them. */
    void startOver(long id);

    void complete(long id, Instant now);
}
