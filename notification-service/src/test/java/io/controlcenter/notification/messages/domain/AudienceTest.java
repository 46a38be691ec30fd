package io.controlcenter.notification.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.domain.BillingContact;
import io.controlcenter.notification.domain.Category;
import io.controlcenter.notification.domain.Channel;
import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.domain.Member;
import io.controlcenter.notification.domain.Person;
import io.controlcenter.notification.settings.domain.NotificationSetting;
import io.controlcenter.notification.settings.domain.Scope;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is told of what. */
class AudienceTest {

    private final List<Member> members = new ArrayList<>();
    private final List<NotificationSetting> settings = new ArrayList<>();
    private List<Concern> concerns = List.of(new Concern("A", Set.of("S-1")));
    private List<Contact> named = List.of();
    private BillingContact billingContact = null;
    private boolean onPaper = false;

    private List<String> told(Kind kind) {
        return new Audience(
                        kind,
                        concerns,
                        named,
                        Map.of("A", "C-1", "B", "C-2"),
                        members,
                        settings,
                        billingContact,
                        onPaper)
                .decide().stream()
                        .map(recipient -> recipient.channel() + " " + recipient.address() + " " + recipient.accounts())
                        .sorted()
                        .toList();
    }

    private void member(String name, String status, Set<String> permissions, Set<String> accounts) {
        var person = new Person(name, name + "@acme.example", name, null, ZoneId.of("UTC"), status);
        members.add(new Member(person, false, permissions, accounts.isEmpty(), accounts));
    }

    private void setting(
            String owner, Category category, Set<Kind> types, Scope scope, boolean enabled, Channel... channels) {
        settings.add(new NotificationSetting(
                UUID.randomUUID(),
                "E",
                owner,
                null,
                category,
                types,
                scope,
                Set.of(channels),
                enabled,
                null,
                Instant.EPOCH,
                1));
    }

    private void external(String mail, Scope scope) {
        settings.add(new NotificationSetting(
                UUID.randomUUID(),
                "E",
                null,
                new Contact("Outside", mail, null),
                Category.MAINTENANCE,
                Set.of(),
                scope,
                Set.of(Channel.EMAIL),
                true,
                null,
                Instant.EPOCH,
                1));
    }

    @Test
    void without_settings_the_members_who_may_see_it_are_told() {
        member("ada", "ACTIVE", Set.of("REPAIR_VIEW"), Set.of());
        member("branch", "ACTIVE", Set.of("REPAIR_VIEW"), Set.of("B"));
        member("payer", "ACTIVE", Set.of("BILLING_VIEW"), Set.of());
        member("gone", "INACTIVE", Set.of("REPAIR_VIEW"), Set.of());
        assertThat(told(Kind.TICKET_CREATED)).containsExactly("EMAIL ada@acme.example [A]", "PORTAL ada [A]");
    }

    @Test
    void an_administrator_sees_everything() {
        var person = new Person("root", "root@acme.example", "Root", null, ZoneId.of("UTC"), "ACTIVE");
        members.add(new Member(person, true, Set.of(), false, Set.of()));
        assertThat(told(Kind.TICKET_CREATED)).containsExactly("EMAIL root@acme.example [A]", "PORTAL root [A]");
    }

    @Test
    void named_contacts_are_told_each_address_once() {
        named = List.of(
                new Contact("Ada", "ADA@acme.example ", null),
                new Contact("Twice", "ada@acme.example", null),
                new Contact("Outside", "noc@elsewhere.example", null),
                new Contact("No mail", null, "+1"));
        member("ada", "ACTIVE", Set.of("REPAIR_VIEW"), Set.of());
        assertThat(told(Kind.TICKET_CREATED))
                .containsExactly("EMAIL ada@acme.example [A]", "EMAIL noc@elsewhere.example [A]", "PORTAL ada [A]");
    }

    @Test
    void a_named_contact_whose_user_is_locked_out_is_not_told() {
        named = List.of(new Contact("Gone", "gone@acme.example", null));
        member("gone", "INACTIVE", Set.of("REPAIR_VIEW"), Set.of());
        assertThat(told(Kind.TICKET_CREATED)).isEmpty();
    }

    @Test
    void with_settings_only_those_who_asked_are_told_by_the_channels_they_chose() {
        member("ada", "ACTIVE", Set.of("REPAIR_VIEW"), Set.of());
        member("ben", "ACTIVE", Set.of("REPAIR_VIEW"), Set.of());
        setting("ada", Category.REPAIR, Set.of(Kind.TICKET_CREATED), Scope.ALL, true, Channel.PORTAL);
        assertThat(told(Kind.TICKET_CREATED)).containsExactly("PORTAL ada [A]");
        assertThat(told(Kind.TICKET_STATUS)).isEmpty();
    }

    @Test
    void a_setting_covers_what_its_scope_names() {
        member("ada", "ACTIVE", Set.of("REPAIR_VIEW"), Set.of());
        setting("ada", Category.REPAIR, Set.of(), new Scope(Set.of(), Set.of("B"), Set.of()), true, Channel.EMAIL);
        assertThat(told(Kind.TICKET_CREATED)).isEmpty();
        setting("ada", Category.REPAIR, Set.of(), new Scope(Set.of("C-1"), Set.of(), Set.of()), true, Channel.EMAIL);
        assertThat(told(Kind.TICKET_CREATED)).containsExactly("EMAIL ada@acme.example [A]");
        settings.removeLast();
        setting("ada", Category.REPAIR, Set.of(), new Scope(Set.of(), Set.of(), Set.of("S-1")), true, Channel.EMAIL);
        assertThat(told(Kind.TICKET_CREATED)).containsExactly("EMAIL ada@acme.example [A]");
    }

    @Test
    void off_means_off_except_for_what_is_contractual() {
        member("ada", "ACTIVE", Set.of("ORDER_VIEW"), Set.of());
        setting("ada", Category.ORDER, Set.of(), Scope.ALL, false, Channel.EMAIL);
        assertThat(told(Kind.ORDER_MILESTONE)).isEmpty();
        assertThat(told(Kind.CONNECTION_NOTICE)).containsExactly("EMAIL ada@acme.example [A]");
        assertThat(told(Kind.ORDER_ACKNOWLEDGED)).containsExactly("EMAIL ada@acme.example [A]");
    }

    @Test
    void a_setting_of_somebody_who_left_does_not_keep_the_others_from_being_told() {
        member("ada", "ACTIVE", Set.of("REPAIR_VIEW"), Set.of());
        setting("left", Category.REPAIR, Set.of(), Scope.ALL, true, Channel.EMAIL);
        assertThat(told(Kind.TICKET_CREATED)).containsExactly("EMAIL ada@acme.example [A]", "PORTAL ada [A]");
    }

    @Test
    void everybody_sees_only_their_own_accounts_of_a_maintenance() {
        concerns = List.of(Concern.of("A"), Concern.of("B"));
        member("all", "ACTIVE", Set.of("MAINT_VIEW"), Set.of());
        member("branch", "ACTIVE", Set.of("MAINT_VIEW"), Set.of("B"));
        setting("all", Category.MAINTENANCE, Set.of(), Scope.ALL, true, Channel.EMAIL);
        setting("branch", Category.MAINTENANCE, Set.of(), Scope.ALL, true, Channel.EMAIL);
        external("outside@elsewhere.example", new Scope(Set.of(), Set.of("A"), Set.of()));
        assertThat(told(Kind.MAINT_SCHEDULED))
                .containsExactly(
                        "EMAIL all@acme.example [A, B]",
                        "EMAIL branch@acme.example [B]",
                        "EMAIL outside@elsewhere.example [A]");
    }

    @Test
    void a_bill_goes_to_the_billing_contact_when_nobody_asked_for_it() {
        billingContact = new BillingContact("Payer", "payer@acme.example");
        member("ada", "ACTIVE", Set.of("BILLING_VIEW"), Set.of());
        assertThat(told(Kind.BILL_READY)).containsExactly("EMAIL payer@acme.example [A]", "PORTAL ada [A]");
        setting("ada", Category.BILLING, Set.of(), new Scope(Set.of(), Set.of("B"), Set.of()), true, Channel.EMAIL);
        assertThat(told(Kind.BILL_READY)).containsExactly("EMAIL payer@acme.example [A]");
        setting("ada", Category.BILLING, Set.of(), Scope.ALL, true, Channel.EMAIL);
        assertThat(told(Kind.BILL_READY)).containsExactly("EMAIL ada@acme.example [A]");
    }

    @Test
    void a_bill_without_a_billing_contact_goes_to_the_members() {
        member("ada", "ACTIVE", Set.of("BILLING_VIEW"), Set.of());
        assertThat(told(Kind.BILL_READY)).containsExactly("EMAIL ada@acme.example [A]", "PORTAL ada [A]");
        billingContact = new BillingContact("Gone", "gone@acme.example");
        member("gone", "INACTIVE", Set.of(), Set.of());
        assertThat(told(Kind.BILL_READY)).containsExactly("EMAIL ada@acme.example [A]", "PORTAL ada [A]");
    }

    @Test
    void a_bill_on_paper_needs_no_mail_that_nobody_asked_for() {
        onPaper = true;
        billingContact = new BillingContact("Payer", "payer@acme.example");
        member("ada", "ACTIVE", Set.of("BILLING_VIEW"), Set.of());
        assertThat(told(Kind.BILL_READY)).containsExactly("PORTAL ada [A]");
        setting("ada", Category.BILLING, Set.of(), Scope.ALL, true, Channel.EMAIL);
        assertThat(told(Kind.BILL_READY)).containsExactly("EMAIL ada@acme.example [A]");
    }
}
