package io.controlcenter.identity.tokens.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose token is exchanged, with every enterprise that they may act on.
 *
 * @param defaultEnterprise active when none is named; null for none
 */
public record Subject(
        String id,
        String name,
        Actor actor,
        List<String> roles,
        @Nullable String defaultEnterprise,
        List<Reach> reaches) {

    /** On whose behalf somebody acts. */
    public enum Actor {
        CUSTOMER,
        PROVIDER,
        PARTNER
    }

    /**
     * What the subject may do on one enterprise.
     *
     * @param accounts null for all
     */
    public record Reach(
            String enterpriseId,
            String segment,
            List<String> permissions,
            @Nullable List<String> accounts) {}

    /** What came of scoping. */
    public sealed interface Scoping {

        record Scoped(Scope scope) implements Scoping {}

        /** Unknown, or somebody else's: not told apart. */
        record NotYours(String enterpriseId) implements Scoping {}
    }

    /**
     * What a scoped token says.
     *
     * @param enterpriseId null when none is active
     * @param accounts null for all
     */
    public record Scope(
            @Nullable String enterpriseId,
            @Nullable String segment,
            List<String> permissions,
            @Nullable List<String> accounts) {}

    /**
     * Finds the active enterprise: the one that is named, else the default, else the only one, else none (domain b.0).
     *
     * @param named the reach of provider staff onto the enterprise that they named, when there is such an enterprise
     */
    public Scoping scopeTo(@Nullable String enterpriseId, Optional<Reach> named) {
        if (enterpriseId != null) {
            return (actor == Actor.PROVIDER ? named : reachOf(enterpriseId))
                    .<Scoping>map(reach -> new Scoping.Scoped(scope(reach)))
                    .orElseGet(() -> new Scoping.NotYours(enterpriseId));
        }
        return new Scoping.Scoped(unnamed().map(Subject::scope).orElseGet(this::nowhere));
    }

    private Optional<Reach> reachOf(@Nullable String enterpriseId) {
        return reaches.stream()
                .filter(reach -> reach.enterpriseId().equals(enterpriseId))
                .findFirst();
    }

    private Optional<Reach> unnamed() {
        return reachOf(defaultEnterprise)
                .or(() -> reaches.size() == 1 ? Optional.of(reaches.getFirst()) : Optional.empty());
    }

    private static Scope scope(Reach reach) {
        return new Scope(reach.enterpriseId(), reach.segment(), reach.permissions(), reach.accounts());
    }

    /** Staff keep their roles without an enterprise; a customer can then only see to oneself. */
    private Scope nowhere() {
        return actor == Actor.PROVIDER
                ? new Scope(null, null, roles, null)
                : new Scope(null, null, List.of(), List.of());
    }
}
