package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.GcrNumber;

/** Looks at what a change of a GCR means for services that customers keep diverse. */
public interface DiversityWatch {

    /** Notes whose conflicts are to be looked at again. */
    void changed(GcrNumber gcr);
}
