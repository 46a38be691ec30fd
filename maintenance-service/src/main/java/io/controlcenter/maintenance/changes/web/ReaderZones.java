package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.customers.People;
import io.controlcenter.platform.security.Caller;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The zone in which times are shown to a reader (domain b.4, rule 8): the one that is asked for, or the profile's. */
@Component
class ReaderZones {

    private final People people;

    ReaderZones(People people) {
        this.people = people;
    }

    ZoneId of(@Nullable String asked, Caller caller) {
        if (asked == null) {
            return people.zone(caller.subject());
        }
        try {
            return ZoneId.of(asked);
        } catch (DateTimeException _) {
            throw Narrowings.malformed("timeZone", "must be an IANA time zone such as America/Chicago");
        }
    }
}
