package io.controlcenter.notification.settings.domain;

import io.controlcenter.notification.domain.Category;
import io.controlcenter.notification.domain.Kind;

/** What is wrong with a setting that somebody asks for. */
public sealed interface SettingFlaw {

    record CategoryCannotBeSet(Category category) implements SettingFlaw {}

    record TypeOfAnotherCategory(Kind type, Category category) implements SettingFlaw {}

    record NoChannel() implements SettingFlaw {}

    /** Somebody outside cannot look into the portal. */
    record PortalForExternalContact() implements SettingFlaw {}

    record OwnerIsNoMember(String userId) implements SettingFlaw {}

    record UnknownCustomerNumber(String number) implements SettingFlaw {}

    record UnknownAccount(String accountId) implements SettingFlaw {}

    record UnknownService(String serviceId) implements SettingFlaw {}
}
