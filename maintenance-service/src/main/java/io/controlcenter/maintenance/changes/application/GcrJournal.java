package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.NoticeKind;

/** Tells the other domains, inside the transaction in which it happened, once the log and the impacts are written. */
public interface GcrJournal {

    void tell(GcrSnapshot gcr, NoticeKind kind);
}
