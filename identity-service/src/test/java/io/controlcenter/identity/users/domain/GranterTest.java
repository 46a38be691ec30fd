package io.controlcenter.identity.users.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GranterTest {

    private static final Granter ADMIN = new Granter("admin", true, null);
    private static final Granter USER_ADMIN = new Granter("user-admin", false, null);

    private static Wanted wanted(boolean admin, boolean allAccounts) {
        return new Wanted(admin, List.of("ORDER_VIEW"), allAccounts, List.of(), List.of());
    }

    private static Grant grant(boolean admin) {
        return new Grant("u-1", "ENT-1", admin, List.of(), true, List.of(), List.of(), List.of(), Instant.EPOCH, 1);
    }

    @Test
    void an_administrator_grants_anything_to_anybody() {
        assertThat(ADMIN.judge("u-1", null, wanted(true, true))).isEmpty();
        assertThat(ADMIN.judge("admin", grant(true), wanted(false, false))).isEmpty();
        assertThat(ADMIN.judge("u-1", grant(true), null)).isEmpty();
    }

    @Test
    void only_an_administrator_makes_changes_or_removes_an_administrator() {
        assertThat(USER_ADMIN.judge("u-1", null, wanted(true, true))).contains(new Refusal.AdministratorRequired());
        assertThat(USER_ADMIN.judge("user-admin", null, wanted(true, true)))
                .as("not even oneself")
                .contains(new Refusal.AdministratorRequired());
        assertThat(USER_ADMIN.judge("u-1", grant(true), wanted(false, true)))
                .contains(new Refusal.AdministratorRequired());
        assertThat(USER_ADMIN.judge("u-1", grant(true), null)).contains(new Refusal.AdministratorRequired());
    }

    @Test
    void nobody_else_changes_their_own_rights() {
        assertThat(USER_ADMIN.judge("user-admin", grant(false), wanted(false, true)))
                .contains(new Refusal.OwnGrant());
        assertThat(USER_ADMIN.judge("user-admin", grant(false), null)).contains(new Refusal.OwnGrant());
        assertThat(USER_ADMIN.judge("u-1", grant(false), wanted(false, true))).isEmpty();
    }

    @Test
    void nobody_gives_all_accounts_who_has_some() {
        var narrow = new Granter("narrow", false, Set.of("A-1"));
        assertThat(narrow.judge("u-1", null, wanted(false, true))).contains(new Refusal.AccountsBeyondOwn());
        assertThat(narrow.judge("u-1", null, wanted(false, false))).isEmpty();
        assertThat(narrow.judge("u-1", grant(false), null)).isEmpty();
    }
}
