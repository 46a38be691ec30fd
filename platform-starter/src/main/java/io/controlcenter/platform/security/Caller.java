package io.controlcenter.platform.security;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Who calls, as the scoped token says (design, 4). Declared as a controller's parameter.
 *
 * @param subject user id, or client id of a partner
 * @param name for histories and notes, such as {@code Care Manager}
 * @param enterpriseId the one enterprise that the token is scoped to; null for provider staff who named none
 * @param segment of that enterprise
 * @param permissions permissions on the enterprise, or provider roles
 * @param accounts the billing accounts that the caller may see; null means all of the enterprise
 */
public record Caller(
        String subject,
        String name,
        Actor actor,
        @Nullable String enterpriseId,
        @Nullable String segment,
        Set<String> permissions,
        @Nullable Set<String> accounts) {

    public enum Actor {
        CUSTOMER,
        PROVIDER,
        PARTNER
    }

    /** @throws InvalidBearerTokenException when a claim that the platform needs is missing or unknown */
    static Caller of(Jwt token) {
        var subject = claim(token, "sub");
        var accounts = token.getClaim("accounts");
        return new Caller(
                subject,
                Objects.requireNonNullElse(token.getClaimAsString("name"), subject),
                actor(claim(token, "actor")),
                enterprise(token.getClaimAsString("enterprise_id")),
                token.getClaimAsString("segment"),
                Set.copyOf(Objects.requireNonNullElse(token.getClaimAsStringList("permissions"), List.of())),
                accounts instanceof Collection<?> listed ? toStrings(listed) : null);
    }

    private static @Nullable String enterprise(@Nullable String id) {
        if (id != null && !TenantScope.isId(id)) {
            throw new InvalidBearerTokenException("The token names no single enterprise");
        }
        return id;
    }

    private static String claim(Jwt token, String name) {
        var value = token.getClaimAsString(name);
        if (value == null) {
            throw new InvalidBearerTokenException("The token has no " + name);
        }
        return value;
    }

    private static Actor actor(String name) {
        try {
            return Actor.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("The token has an unknown actor", e);
        }
    }

    private static Set<String> toStrings(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** The caller of the request that this thread serves, if it serves one with a token. */
    public static Optional<Caller> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof CallerToken token ? Optional.of(token.caller()) : Optional.empty();
    }

    public boolean mayAny(String... anyOf) {
        return Stream.of(anyOf).anyMatch(permissions::contains);
    }

    public boolean isProvider() {
        return actor == Actor.PROVIDER;
    }

    public boolean mayUseAccount(String accountId) {
        return accounts == null || accounts.contains(accountId);
    }

    /** The enterprise of an endpoint whose reach is one enterprise. */
    public String enterprise() {
        if (enterpriseId == null) {
            throw enterpriseRequired();
        }
        return enterpriseId;
    }

    static Problem enterpriseRequired() {
        return Problem.badRequest(
                "enterprise-required", "Name the enterprise that you act on in the header X-Enterprise-Id.");
    }
}
