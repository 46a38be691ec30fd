package io.controlcenter.identity.users.web;

import io.controlcenter.identity.users.domain.Granter;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Caller;
import java.time.DateTimeException;
import java.time.ZoneId;

/** A caller as one who grants, and what both user controllers ask of requests. */
public final class Callers {

    private Callers() {}

    public static Granter granter(Caller caller) {
        return new Granter(
                caller.subject(), caller.isProvider() || caller.mayAny("ENTERPRISE_ADMIN"), caller.accounts());
    }

    public static void requireZone(String zone, String pointer) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException _) {
            throw Problem.unprocessable(
                    Violation.invalid(pointer, "This is no IANA time zone such as America/Chicago."));
        }
    }
}
