package io.controlcenter.identity.tokens.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.tokens.domain.Subject.Actor;
import io.controlcenter.identity.tokens.domain.Subject.Reach;
import io.controlcenter.identity.tokens.domain.Subject.Scope;
import io.controlcenter.identity.tokens.domain.Subject.Scoping;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which enterprise is active: the named, else the default, else the only one, else none (domain b.0). */
class SubjectTest {

    private static final Reach FIRST = new Reach("ENT-1", "ENTERPRISE", List.of("ORDER_VIEW"), List.of("A-1"));
    private static final Reach SECOND = new Reach("ENT-2", "NATIONAL_WHOLESALE", List.of("BILLING_VIEW"), null);

    private static Subject customer(String defaultEnterprise, Reach... reaches) {
        return new Subject("u-1", "Ada", Actor.CUSTOMER, List.of(), defaultEnterprise, List.of(reaches));
    }

    private static Scoping scoped(Reach reach) {
        return new Scoping.Scoped(
                new Scope(reach.enterpriseId(), reach.segment(), reach.permissions(), reach.accounts()));
    }

    private static final Scoping NOWHERE = new Scoping.Scoped(new Scope(null, null, List.of(), List.of()));

    @Test
    void the_named_one_wins_over_the_default() {
        assertThat(customer("ENT-1", FIRST, SECOND).scopeTo("ENT-2", Optional.empty()))
                .isEqualTo(scoped(SECOND));
    }

    @Test
    void the_default_wins_over_having_to_choose() {
        assertThat(customer("ENT-2", FIRST, SECOND).scopeTo(null, Optional.empty()))
                .isEqualTo(scoped(SECOND));
    }

    @Test
    void the_only_one_needs_no_choice_even_when_the_default_is_out_of_reach() {
        assertThat(customer(null, FIRST).scopeTo(null, Optional.empty())).isEqualTo(scoped(FIRST));
        assertThat(customer("ENT-9", FIRST).scopeTo(null, Optional.empty())).isEqualTo(scoped(FIRST));
    }

    @Test
    void several_without_default_or_none_at_all_is_nowhere() {
        assertThat(customer(null, FIRST, SECOND).scopeTo(null, Optional.empty()))
                .isEqualTo(NOWHERE);
        assertThat(customer(null).scopeTo(null, Optional.empty())).isEqualTo(NOWHERE);
    }

    @Test
    void somebody_elses_is_refused_also_when_it_exists() {
        assertThat(customer("ENT-1", FIRST).scopeTo("ENT-2", Optional.of(SECOND)))
                .isEqualTo(new Scoping.NotYours("ENT-2"));
    }

    @Test
    void staff_keep_their_roles_everywhere_and_are_refused_what_does_not_exist() {
        var staff = new Subject("u-2", "Carla", Actor.PROVIDER, List.of("CCM"), null, List.of());
        assertThat(staff.scopeTo(null, Optional.empty()))
                .isEqualTo(new Scoping.Scoped(new Scope(null, null, List.of("CCM"), null)));
        var there = new Reach("ENT-1", "ENTERPRISE", List.of("CCM"), null);
        assertThat(staff.scopeTo("ENT-1", Optional.of(there))).isEqualTo(scoped(there));
        assertThat(staff.scopeTo("ENT-9", Optional.empty())).isEqualTo(new Scoping.NotYours("ENT-9"));
    }
}
