package io.controlcenter.notification.settings.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.domain.Category;
import io.controlcenter.notification.domain.Channel;
import io.controlcenter.notification.domain.Contact;
import io.controlcenter.notification.domain.Kind;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a setting must be like, and every flaw by name. */
class SettingRulesTest {

    private static final Known ALL_KNOWN = new Known(true, Set.of("C-1"), Set.of("A"), Set.of("S-1"));

    private static NotificationSetting setting(
            String owner, Contact external, Category category, Set<Kind> types, Scope scope, Channel... channels) {
        return new NotificationSetting(
                UUID.randomUUID(),
                "E",
                owner,
                external,
                category,
                types,
                scope,
                Set.of(channels),
                true,
                null,
                Instant.EPOCH,
                1);
    }

    @Test
    void a_good_one_has_no_flaw() {
        var scope = new Scope(Set.of("C-1"), Set.of("A"), Set.of("S-1"));
        var good = setting("ada", null, Category.REPAIR, Set.of(Kind.TICKET_CREATED), scope, Channel.PORTAL);
        assertThat(SettingRules.flaws(good, ALL_KNOWN)).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var scope = new Scope(Set.of("C-9"), Set.of("Z"), Set.of("S-9"));
        var bad = setting("eve", null, Category.REPAIR, Set.of(Kind.BILL_READY), scope);
        assertThat(SettingRules.flaws(bad, new Known(false, Set.of(), Set.of(), Set.of())))
                .containsExactly(
                        new SettingFlaw.TypeOfAnotherCategory(Kind.BILL_READY, Category.REPAIR),
                        new SettingFlaw.NoChannel(),
                        new SettingFlaw.OwnerIsNoMember("eve"),
                        new SettingFlaw.UnknownCustomerNumber("C-9"),
                        new SettingFlaw.UnknownAccount("Z"),
                        new SettingFlaw.UnknownService("S-9"));
    }

    @Test
    void somebody_outside_has_no_portal() {
        var outside = new Contact("Outside", "noc@elsewhere.example", null);
        var bad = setting(null, outside, Category.REPAIR, Set.of(), Scope.ALL, Channel.PORTAL);
        assertThat(SettingRules.flaws(bad, ALL_KNOWN)).containsExactly(new SettingFlaw.PortalForExternalContact());
    }

    @Test
    void invitations_are_nobodys_choice() {
        var bad = setting("ada", null, Category.ACCESS, Set.of(), Scope.ALL, Channel.EMAIL);
        assertThat(SettingRules.flaws(bad, ALL_KNOWN))
                .containsExactly(new SettingFlaw.CategoryCannotBeSet(Category.ACCESS));
    }
}
