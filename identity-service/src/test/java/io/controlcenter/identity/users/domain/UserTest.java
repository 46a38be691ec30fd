package io.controlcenter.identity.users.domain;

import static io.controlcenter.identity.users.domain.UserStatus.ACTIVE;
import static io.controlcenter.identity.users.domain.UserStatus.DELETED;
import static io.controlcenter.identity.users.domain.UserStatus.INACTIVE;
import static io.controlcenter.identity.users.domain.UserStatus.INVITED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transition of a user's life, allowed and refused (domain b.1). */
class UserTest {

    private static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");
    private static final Profile PROFILE = new Profile("ada@acme.example", "Ada", "Buyer", null, "America/Chicago");

    static User user(UserStatus status, String defaultEnterprise) {
        return User.of(new UserSnapshot(
                "u-1",
                "ada",
                PROFILE,
                status,
                List.of(),
                defaultEnterprise,
                false,
                NOW,
                null,
                Inactivity.from(NOW),
                1));
    }

    private static Arguments row(
            UserStatus from, String what, Function<User, Outcome> question, UserStatus to, Class<?>... events) {
        return Arguments.of(from, what, question, to, List.of(events));
    }

    static Stream<Arguments> transitions() {
        Function<User, Outcome> signIn = user -> user.signIn(NOW);
        Function<User, Outcome> invite = user -> user.invite(() -> new UserEvent.Invited("link", NOW));
        return Stream.of(
                row(INVITED, "invite", invite, INVITED, UserEvent.Invited.class),
                row(INVITED, "sign in", signIn, ACTIVE, UserEvent.Activated.class),
                row(ACTIVE, "sign in", signIn, ACTIVE),
                row(ACTIVE, "deactivate", user -> user.deactivate(NOW), INACTIVE, UserEvent.Deactivated.class),
                row(INACTIVE, "deactivate", user -> user.deactivate(NOW), INACTIVE),
                row(INACTIVE, "reactivate", user -> user.reactivate(NOW), ACTIVE, UserEvent.Reactivated.class),
                row(ACTIVE, "reactivate", user -> user.reactivate(NOW), ACTIVE),
                row(INVITED, "delete", User::delete, DELETED, UserEvent.Deleted.class),
                row(ACTIVE, "delete", User::delete, DELETED, UserEvent.Deleted.class),
                row(INACTIVE, "delete", User::delete, DELETED, UserEvent.Deleted.class),
                row(DELETED, "delete", User::delete, DELETED));
    }

    @ParameterizedTest(name = "{0}: {1} becomes {3}")
    @MethodSource("transitions")
    void it_goes_on(
            UserStatus from, String what, Function<User, Outcome> question, UserStatus to, List<Class<?>> events) {
        var user = user(from, null);
        assertThat(question.apply(user))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.events())
                                .<Object>extracting(Object::getClass)
                                .isEqualTo(events));
        assertThat(user.snapshot().status()).as(what).isEqualTo(to);
    }

    static Stream<Arguments> refusals() {
        Function<User, Outcome> signIn = user -> user.signIn(NOW);
        Function<User, Outcome> invite = user -> user.invite(() -> {
            throw new AssertionError("no link is issued in vain");
        });
        Function<User, Outcome> change = user -> user.change(PROFILE, List.of("CCM"));
        return Stream.of(
                row(ACTIVE, "invite", invite, ACTIVE),
                row(INACTIVE, "invite", invite, INACTIVE),
                row(DELETED, "invite", invite, DELETED),
                row(INACTIVE, "sign in", signIn, INACTIVE),
                row(DELETED, "sign in", signIn, DELETED),
                row(INVITED, "deactivate", user -> user.deactivate(NOW), INVITED),
                row(DELETED, "deactivate", user -> user.deactivate(NOW), DELETED),
                row(INVITED, "reactivate", user -> user.reactivate(NOW), INVITED),
                row(DELETED, "reactivate", user -> user.reactivate(NOW), DELETED),
                row(DELETED, "change", change, DELETED));
    }

    @ParameterizedTest(name = "{0}: {1} is refused")
    @MethodSource("refusals")
    void it_refuses_and_stays_as_it_was(
            UserStatus from, String what, Function<User, Outcome> question, UserStatus to, List<Class<?>> none) {
        var user = user(from, null);
        var before = user.snapshot();
        assertThat(question.apply(user))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why())
                                .isInstanceOfSatisfying(
                                        Refusal.NotInThisState.class,
                                        why -> assertThat(why.status()).isEqualTo(from)));
        assertThat(user.snapshot()).isEqualTo(before);
    }

    @Test
    void the_last_sign_in_is_remembered() {
        var user = user(ACTIVE, null);
        user.signIn(NOW);
        assertThat(user.snapshot().lastSignInAt()).isEqualTo(NOW);
    }

    @Test
    void a_change_that_changes_nothing_is_no_event() {
        assertThat(user(ACTIVE, null).change(PROFILE, List.of())).isEqualTo(Outcome.done());
        assertThat(user(ACTIVE, null).change(PROFILE, List.of("CCM"))).isEqualTo(Outcome.done(new UserEvent.Updated()));
    }

    @Test
    void the_default_enterprise_is_one_of_the_memberships_and_goes_with_it() {
        var user = user(ACTIVE, null);
        assertThat(user.chooseDefault("ENT-2", Set.of("ENT-1")))
                .isEqualTo(new Outcome.Refused(new Refusal.NotAMember("ENT-2")));
        assertThat(user.chooseDefault("ENT-1", Set.of("ENT-1")))
                .isEqualTo(Outcome.done(new UserEvent.DefaultEnterpriseChanged("ENT-1")));
        assertThat(user.chooseDefault("ENT-1", Set.of("ENT-1"))).isEqualTo(Outcome.done());
        assertThat(user.lose("ENT-9")).isEqualTo(Outcome.done());
        assertThat(user.lose("ENT-1")).isEqualTo(Outcome.done(new UserEvent.DefaultEnterpriseChanged(null)));
        assertThat(user.clearDefault()).isEqualTo(Outcome.done());
    }

    @Test
    void notifications_are_asked_for_once_and_never_of_staff() {
        var user = user(ACTIVE, null);
        assertThat(user.snapshot().notificationSetupRequired()).isTrue();
        user.completeNotificationSetup();
        assertThat(user.snapshot().notificationSetupRequired()).isFalse();
        assertThat(user(INVITED, null).snapshot().notificationSetupRequired()).isFalse();
        var staff = user(ACTIVE, null);
        staff.change(PROFILE, List.of("CCM"));
        assertThat(staff.snapshot().notificationSetupRequired()).isFalse();
    }
}
