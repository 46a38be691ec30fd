package io.controlcenter.identity;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Tokens, sessions and codes of a second factor keep real time, whatever the business clock says (design, 7). */
@Component
public class RealTime {

    private final InstantSource source = InstantSource.system();

    public Instant now() {
        return source.instant();
    }
}
