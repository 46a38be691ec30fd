package io.controlcenter.gateway.scoping;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.gateway.tokens.AccessToken;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScopedTokensTest {

    private static final AccessToken ADA = new AccessToken("ada-token", "ada");
    private static final AccessToken BOB = new AccessToken("bob-token", "bob");
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<Runnable> meanwhile = new ArrayDeque<>();
    private final ScopedTokens scopes = new ScopedTokens(this::exchange);
    private Duration lifetime = Duration.ofMinutes(5);

    private Scope exchange(String token, String subject, @Nullable String enterprise) {
        int number = asked.incrementAndGet();
        var event = meanwhile.poll();
        if (event != null) {
            event.run();
        }
        return new Scope.Granted(token + number, subject, enterprise == null ? "ENT-DEFAULT" : enterprise, lifetime);
    }

    private static String token(Scope scope) {
        return scope instanceof Scope.Granted granted ? granted.token() : "";
    }

    @Test
    void a_scope_is_asked_for_once_per_token_and_enterprise() {
        var first = scopes.scope(ADA, "ENT-1");
        assertThat(scopes.scope(ADA, "ENT-1")).isSameAs(first);
        scopes.scope(ADA, "ENT-2");
        scopes.scope(ADA, null);
        scopes.scope(BOB, "ENT-1");
        assertThat(asked).hasValue(4);
    }

    @Test
    void a_change_of_a_subject_forgets_its_scopes_only() {
        scopes.scope(ADA, "ENT-1");
        scopes.scope(BOB, "ENT-1");
        scopes.forget(Set.of("ada"), Set.of());
        scopes.scope(BOB, "ENT-1");
        assertThat(asked).hasValue(2);
        scopes.scope(ADA, "ENT-1");
        assertThat(asked).hasValue(3);
    }

    @Test
    void a_change_of_an_enterprise_forgets_those_on_it_also_by_default() {
        scopes.scope(ADA, null);
        scopes.scope(BOB, "ENT-1");
        scopes.forget(Set.of(), Set.of("ENT-DEFAULT"));
        scopes.scope(BOB, "ENT-1");
        assertThat(asked).hasValue(2);
        scopes.scope(ADA, null);
        assertThat(asked).hasValue(3);
    }

    @Test
    void what_was_on_its_way_when_something_changed_is_not_kept() {
        meanwhile.add(() -> scopes.forget(Set.of("ada"), Set.of()));
        assertThat(token(scopes.scope(ADA, "ENT-1"))).isEqualTo("ada-token1");
        assertThat(token(scopes.scope(ADA, "ENT-1"))).isEqualTo("ada-token2");
        assertThat(token(scopes.scope(ADA, "ENT-1"))).isEqualTo("ada-token2");
    }

    @Test
    void who_asks_after_a_change_does_not_share_an_exchange_from_before_it() {
        var later = new Scope[1];
        meanwhile.add(() -> {
            scopes.forgetAll();
            later[0] = scopes.scope(ADA, "ENT-1");
        });
        assertThat(token(scopes.scope(ADA, "ENT-1"))).isEqualTo("ada-token1");
        assertThat(token(later[0])).isEqualTo("ada-token2");
    }

    @Test
    void a_refusal_is_not_kept() {
        var refusing = new ScopedTokens((_, _, _) -> {
            asked.incrementAndGet();
            return new Scope.Refused(Scope.Reason.UNAVAILABLE);
        });
        refusing.scope(ADA, "ENT-1");
        refusing.scope(ADA, "ENT-1");
        assertThat(asked).hasValue(2);
    }

    @Test
    void an_expired_scope_is_not_kept() {
        lifetime = Duration.ZERO;
        scopes.scope(ADA, "ENT-1");
        scopes.scope(ADA, "ENT-1");
        assertThat(asked).hasValue(2);
    }
}
