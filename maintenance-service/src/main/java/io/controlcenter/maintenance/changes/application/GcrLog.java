package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.NoticeKind;
import java.time.Instant;
import java.util.List;

/** What was said about a GCR, to all it hits, and that each of them was told. */
public interface GcrLog {

    record Entry(Instant at, String text) {}

    void say(GcrSnapshot gcr, String text, String author);

    /** Notes that every enterprise which the GCR hits is told. */
    void noticed(GcrSnapshot gcr, NoticeKind kind);

    /** Newest first. */
    List<Entry> entries(GcrNumber gcr);
}
