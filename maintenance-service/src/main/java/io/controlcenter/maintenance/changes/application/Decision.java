package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.Refusal;
import java.util.List;

/** What came of a use case: the GCR as it is now, or why it stayed as it was. */
public sealed interface Decision {

    record Made(GcrSnapshot gcr) implements Decision {}

    record Refused(Refusal why) implements Decision {}

    record NumberTaken(GcrNumber number) implements Decision {}

    record ServicesUnknown(List<Impacts.Unknown> unknown) implements Decision {}
}
