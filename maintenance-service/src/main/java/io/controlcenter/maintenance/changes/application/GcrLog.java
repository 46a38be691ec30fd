package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.NoticeKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What was said about a GCR, to all it hits, and that each of them was told. */
public interface GcrLog {

    record Entry(Instant at, String text) {}

    void say(GcrSnapshot gcr, String text, String author);

    /** Notes who is told what, by enterprise. */
    void noticed(GcrSnapshot gcr, Map<String, NoticeKind> told);

    /** Newest first. */
    List<Entry> entries(GcrNumber gcr);
}
