package io.controlcenter.maintenance.changes.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where GCRs are kept. */
public interface Gcrs {

    /** A number that no GCR has had. */
    GcrNumber nextNumber();

    Optional<Gcr> find(GcrNumber number);

    /** Empty when the number was used before. */
    Optional<GcrSnapshot> add(Gcr gcr);

    GcrSnapshot save(Gcr gcr);

    /** GCRs with a window that should have ended. */
    List<GcrNumber> overrunning(Instant now, int atMost);

    /** GCRs with a window that passed without work, or whose proposed windows have all passed. */
    List<GcrNumber> lapsing(Instant now, int atMost);

    /** GCRs with a window of which customers are to be reminded, or were to be and it began. */
    List<GcrNumber> remindable(Instant now, int atMost);
}
