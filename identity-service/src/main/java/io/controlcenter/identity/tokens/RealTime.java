package io.controlcenter.identity.tokens;

import java.time.Instant;
import java.time.InstantSource;

/** Token lifetimes keep real time, whatever the business clock says (design, 7). */
record RealTime(InstantSource source) {

    Instant now() {
        return source.instant();
    }
}
