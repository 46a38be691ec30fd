package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.NoticeKind;
import java.util.List;
import java.util.Map;

/** Tells the other domains, inside the transaction in which it happened, once the log and the impacts are written. */
public interface GcrJournal {

    /**
     * @param told who is told what, by enterprise
     * @param services of all enterprises
     */
    void tell(GcrSnapshot gcr, Map<String, NoticeKind> told, List<Impacts.Line> services);
}
