package io.controlcenter.notification.settings.domain;

import io.controlcenter.notification.domain.Channel;
import java.util.ArrayList;
import java.util.List;

/** What a setting must be like. */
public final class SettingRules {

    private SettingRules() {}

    /** All that is wrong, at once. */
    public static List<SettingFlaw> flaws(NotificationSetting setting, Known known) {
        var flaws = new ArrayList<SettingFlaw>();
        if (!setting.category().canBeSet()) {
            flaws.add(new SettingFlaw.CategoryCannotBeSet(setting.category()));
        }
        setting.types().stream()
                .filter(type -> type.category() != setting.category())
                .sorted()
                .forEach(type -> flaws.add(new SettingFlaw.TypeOfAnotherCategory(type, setting.category())));
        if (setting.channels().isEmpty()) {
            flaws.add(new SettingFlaw.NoChannel());
        }
        if (setting.externalContact() != null && setting.channels().contains(Channel.PORTAL)) {
            flaws.add(new SettingFlaw.PortalForExternalContact());
        }
        if (setting.ownerUserId() != null && !known.ownerIsMember()) {
            flaws.add(new SettingFlaw.OwnerIsNoMember(setting.ownerUserId()));
        }
        references(setting.scope(), known, flaws);
        return flaws;
    }

    private static void references(Scope scope, Known known, List<SettingFlaw> flaws) {
        scope.customerNumbers().stream()
                .filter(number -> !known.customerNumbers().contains(number))
                .sorted()
                .forEach(number -> flaws.add(new SettingFlaw.UnknownCustomerNumber(number)));
        scope.accountIds().stream()
                .filter(account -> !known.accountIds().contains(account))
                .sorted()
                .forEach(account -> flaws.add(new SettingFlaw.UnknownAccount(account)));
        scope.serviceIds().stream()
                .filter(service -> !known.serviceIds().contains(service))
                .sorted()
                .forEach(service -> flaws.add(new SettingFlaw.UnknownService(service)));
    }
}
