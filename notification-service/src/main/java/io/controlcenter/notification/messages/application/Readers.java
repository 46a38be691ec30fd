package io.controlcenter.notification.messages.application;

import io.controlcenter.notification.content.domain.Reader;
import io.controlcenter.notification.directory.Directory;
import io.controlcenter.notification.domain.AccountRef;
import io.controlcenter.notification.domain.Person;
import io.controlcenter.notification.messages.domain.Recipient;
import io.controlcenter.notification.settings.Settings;
import io.controlcenter.notification.settings.domain.NotificationSetting;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a recipient reads: in the zone of the setting, else the person's own, else the account's. */
@Component
class Readers {

    private final Directory directory;
    private final Settings settings;

    Readers(Directory directory, Settings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    Reader of(Recipient recipient, @Nullable String enterpriseId) {
        var zone = settingZone(recipient)
                .or(() -> personZone(recipient))
                .or(() -> accountZone(recipient, enterpriseId))
                .orElse(ZoneId.of("UTC"));
        return new Reader(recipient.name(), zone, directory.enterpriseName(enterpriseId), recipient.accounts());
    }

    private Optional<ZoneId> settingZone(Recipient recipient) {
        return Optional.ofNullable(recipient.settingId())
                .flatMap(settings::find)
                .map(NotificationSetting::timeZone);
    }

    private Optional<ZoneId> personZone(Recipient recipient) {
        return Optional.ofNullable(recipient.userId())
                .flatMap(directory::person)
                .map(Person::zone);
    }

    private Optional<ZoneId> accountZone(Recipient recipient, @Nullable String enterpriseId) {
        return enterpriseId == null
                ? Optional.empty()
                : directory.accounts(enterpriseId, recipient.accounts()).stream()
                        .map(AccountRef::zone)
                        .findFirst();
    }
}
