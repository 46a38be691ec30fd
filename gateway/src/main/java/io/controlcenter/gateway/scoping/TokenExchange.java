package io.controlcenter.gateway.scoping;

import org.jspecify.annotations.Nullable;

/** Identity's token exchange (RFC 8693). */
interface TokenExchange {

    /** @param enterprise null: identity finds the default, or the only one */
    Scope exchange(String accessToken, String subject, @Nullable String enterprise);
}
