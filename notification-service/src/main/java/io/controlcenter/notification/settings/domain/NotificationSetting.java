package io.controlcenter.notification.settings.domain;

import io.controlcenter.notification.domain.Category;
import io.controlcenter.notification.domain.Channel;
import io.controlcenter.notification.domain.Contact;
import io.controlcenter.notification.domain.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a member, or somebody without access to the portal, wants to hear of something.
 *
 * @param ownerUserId the member; null for an external contact
 * @param externalContact name and e-mail of somebody else; null for a member
 * @param types none means all of the category
 * @param timeZone in which times are told; null means the owner's own
 */
public record NotificationSetting(
        UUID settingId,
        String enterpriseId,
        @Nullable String ownerUserId,
        @Nullable Contact externalContact,
        Category category,
        Set<Kind> types,
        Scope scope,
        Set<Channel> channels,
        boolean enabled,
        @Nullable ZoneId timeZone,
        Instant createdAt,
        long version) {

    /** A contractual kind is told to everybody who hears of its category, switched off or not (rule 4). */
    public boolean wants(Kind kind) {
        if (kind.category() != category) {
            return false;
        }
        return kind.isMandatory() || (enabled && (types.isEmpty() || types.contains(kind)));
    }
}
