package io.controlcenter.identity.users.web;

import io.controlcenter.identity.users.domain.Granter;
import io.controlcenter.platform.security.Caller;

/** A caller as one who grants. */
public final class Callers {

    private Callers() {}

    public static Granter granter(Caller caller) {
        return new Granter(
                caller.subject(), caller.isProvider() || caller.mayAny("ENTERPRISE_ADMIN"), caller.accounts());
    }
}
