package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.Decision;
import io.controlcenter.maintenance.changes.application.ReadingGcrs;
import io.controlcenter.maintenance.changes.application.Warnings;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A GCR as an answer to this or that reader: the provider's own see what to look out for, others see no more than theirs. */
@Component
class GcrAnswers {

    private final ReadingGcrs reading;
    private final Warnings warnings;
    private final ReaderZones zones;

    GcrAnswers(ReadingGcrs reading, Warnings warnings, ReaderZones zones) {
        this.reading = reading;
        this.warnings = warnings;
        this.zones = zones;
    }

    ResponseEntity<GcrView> of(GcrSnapshot gcr, @Nullable String timeZone, Caller caller) {
        return ResponseEntity.ok().eTag(IfMatch.tag(gcr.version())).body(view(gcr, timeZone, caller));
    }

    ResponseEntity<GcrView> of(Decision decision, Caller caller) {
        return of(GcrProblems.require(decision), null, caller);
    }

    ResponseEntity<GcrView> created(GcrSnapshot gcr, Caller caller) {
        return ResponseEntity.created(URI.create("/api/v1/gcrs/" + gcr.number()))
                .eTag(IfMatch.tag(gcr.version()))
                .body(view(gcr, null, caller));
    }

    private GcrView view(GcrSnapshot gcr, @Nullable String timeZone, Caller caller) {
        var zone = zones.of(timeZone, caller);
        if (caller.isProvider()) {
            return GcrView.ofProvider(gcr, zone, warnings.of(gcr.number()));
        }
        return GcrView.of(reading.isHit(gcr.number(), caller.enterprise()) ? gcr : gcr.spared(), zone);
    }
}
