package io.controlcenter.notification.messages.domain;

import io.controlcenter.notification.domain.BillingContact;
import io.controlcenter.notification.domain.Channel;
import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.domain.Member;
import io.controlcenter.notification.settings.domain.NotificationSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of something: whom the event names, whoever set it so, and where nobody of the enterprise set anything for
 * the category, its members who may see it, for nobody must miss something. Each address once.
 *
 * @param customerNumbers of the accounts, by account
 * @param members of the enterprise
 * @param settings of the enterprise for the category
 * @param billingContact who gets the bill when nobody asked for it
 * @param onPaper whether the bill comes by post, which then needs no mail that nobody asked for
 */
public record Audience(
        Kind kind,
        List<Concern> concerns,
        List<Contact> named,
        Map<String, String> customerNumbers,
        List<Member> members,
        List<NotificationSetting> settings,
        @Nullable BillingContact billingContact,
        boolean onPaper) {

    private static final Set<Channel> BOTH = Set.of(Channel.EMAIL, Channel.PORTAL);

    public List<Recipient> decide() {
        var chosen = new Chosen();
        named.forEach(contact -> named(contact, chosen));
        if (kind.isForNamedOnly()) {
            return chosen.all();
        }
        var asked = settings.stream().filter(this::hasSomebodyToTell).toList();
        if (asked.isEmpty()) {
            everybody(chosen);
        } else {
            asked.stream().filter(setting -> setting.wants(kind)).forEach(setting -> bySetting(setting, chosen));
            if (kind.isForBillingContact() && !onPaper && chosen.none(Channel.EMAIL)) {
                var _ = billingContact(chosen);
            }
        }
        return chosen.all();
    }

    private List<String> accounts() {
        return concerns.stream().map(Concern::accountId).toList();
    }

    private void named(Contact contact, Chosen chosen) {
        if (contact.email() == null || contact.email().isBlank()) {
            return;
        }
        var member = memberAt(contact.email());
        if (member == null) {
            chosen.add(Channel.EMAIL, contact.email(), contact.name(), null, false, null, accounts());
        } else if (!member.person().isBarred()) {
            var id = member.person().userId();
            chosen.add(Channel.EMAIL, contact.email(), contact.name(), id, false, null, accounts());
            if (member.mayHear(kind.category(), accounts())) {
                chosen.add(Channel.PORTAL, id, contact.name(), id, true, null, member.visible(accounts()));
            }
        }
    }

    private @Nullable Member memberAt(String email) {
        return members.stream()
                .filter(member -> member.person().email().equalsIgnoreCase(email))
                .findFirst()
                .orElse(null);
    }

    /** A setting whose owner left asks for nothing, and must not keep the others from being told. */
    private boolean hasSomebodyToTell(NotificationSetting setting) {
        return setting.ownerUserId() == null || member(setting.ownerUserId()) != null;
    }

    private @Nullable Member member(String userId) {
        return members.stream()
                .filter(member -> member.person().userId().equals(userId))
                .findFirst()
                .orElse(null);
    }

    private void bySetting(NotificationSetting setting, Chosen chosen) {
        var covered = concerns.stream()
                .filter(concern -> setting.scope().covers(concern, customerNumbers.get(concern.accountId())))
                .map(Concern::accountId)
                .toList();
        var external = setting.externalContact();
        if (covered.isEmpty()) {
            return;
        }
        if (external != null && external.email() != null) {
            chosen.add(Channel.EMAIL, external.email(), external.name(), null, false, setting.settingId(), covered);
        } else if (setting.ownerUserId() != null) {
            var member = member(setting.ownerUserId());
            if (member != null) {
                tell(member, covered, setting.channels(), setting.settingId(), chosen);
            }
        }
    }

    private void everybody(Chosen chosen) {
        var served = kind.isForBillingContact() && (onPaper || billingContact(chosen));
        var channels = served ? Set.of(Channel.PORTAL) : BOTH;
        members.forEach(member -> tell(member, accounts(), channels, null, chosen));
    }

    private boolean billingContact(Chosen chosen) {
        if (billingContact == null) {
            return false;
        }
        var member = memberAt(billingContact.email());
        if (member != null && member.person().isBarred()) {
            return false;
        }
        chosen.add(Channel.EMAIL, billingContact.email(), billingContact.name(), null, false, null, accounts());
        return true;
    }

    private void tell(
            Member member, List<String> accounts, Set<Channel> channels, @Nullable UUID settingId, Chosen chosen) {
        if (!member.mayHear(kind.category(), accounts)) {
            return;
        }
        var person = member.person();
        var visible = member.visible(accounts);
        for (var channel : channels) {
            var address = channel == Channel.EMAIL ? person.email() : person.userId();
            chosen.add(channel, address, person.name(), person.userId(), true, settingId, visible);
        }
    }

    /** Each address once; who comes first stays. */
    private static final class Chosen {

        private final Map<String, Recipient> byAddress = new LinkedHashMap<>();

        void add(
                Channel channel,
                String address,
                @Nullable String name,
                @Nullable String userId,
                boolean member,
                @Nullable UUID settingId,
                List<String> accounts) {
            var normal = channel == Channel.EMAIL ? address.strip().toLowerCase(Locale.ROOT) : address;
            byAddress.putIfAbsent(
                    channel + " " + normal, new Recipient(channel, normal, name, userId, member, settingId, accounts));
        }

        boolean none(Channel channel) {
            return byAddress.values().stream().noneMatch(recipient -> recipient.channel() == channel);
        }

        List<Recipient> all() {
            return List.copyOf(byAddress.values());
        }
    }
}
