package io.controlcenter.notification.settings;

import io.controlcenter.notification.domain.Category;
import io.controlcenter.notification.domain.Channel;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.settings.domain.NotificationSetting;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A setting as the API shows it. */
record SettingView(
        UUID settingId,
        String href,
        @Nullable String ownerUserId,
        @Nullable External externalContact,
        Category category,
        List<Kind> types,
        Covered scope,
        List<Channel> channels,
        boolean enabled,
        @Nullable String timeZone,
        Instant createdAt) {

    record External(@Nullable String name, @Nullable String email) {}

    /** All three empty means everything. */
    record Covered(List<String> customerNumbers, List<String> accountIds, List<String> serviceIds) {}

    static SettingView of(NotificationSetting setting) {
        var external = setting.externalContact();
        var zone = setting.timeZone();
        return new SettingView(
                setting.settingId(),
                "/api/v1/notification-settings/" + setting.settingId(),
                setting.ownerUserId(),
                external == null ? null : new External(external.name(), external.email()),
                setting.category(),
                setting.types().stream().sorted().toList(),
                new Covered(
                        setting.scope().customerNumbers().stream().sorted().toList(),
                        setting.scope().accountIds().stream().sorted().toList(),
                        setting.scope().serviceIds().stream().sorted().toList()),
                setting.channels().stream().sorted().toList(),
                setting.enabled(),
                zone == null ? null : zone.getId(),
                setting.createdAt());
    }
}
