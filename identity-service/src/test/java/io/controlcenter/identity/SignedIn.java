package io.controlcenter.identity;

import static io.controlcenter.identity.IdentityPlatform.name;

import io.controlcenter.identity.IdentityPlatform.Tenant;
import io.controlcenter.platform.test.Tokens;
import java.util.Map;

/** A person with a password, and how tests act as that person. */
public record SignedIn(Tenant tenant, String userId, String username) {

    /** A new administrator of a new enterprise. */
    public static SignedIn administrator(IdentityPlatform platform) {
        return member(platform, platform.tenant(), Map.of("admin", true));
    }

    public static SignedIn member(IdentityPlatform platform, Tenant tenant, Map<String, ?> membership) {
        var username = name("person");
        var userId = platform.member(tenant, username, membership);
        platform.accept(userId);
        return new SignedIn(tenant, userId, username);
    }

    /** Calls of the API in this person's name, on their enterprise. */
    public Tokens.Draft caller() {
        return Tokens.customer(tenant.enterprise(), "ENTERPRISE_ADMIN", "USER_ADMIN")
                .as(userId);
    }
}
