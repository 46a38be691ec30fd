package io.controlcenter.notification.settings;

import io.controlcenter.notification.directory.Directory;
import io.controlcenter.notification.domain.AccountRef;
import io.controlcenter.notification.settings.domain.Known;
import io.controlcenter.notification.settings.domain.NotificationSetting;
import io.controlcenter.notification.settings.domain.Scope;
import io.controlcenter.notification.settings.domain.SettingRules;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps settings: one's own, and as an administrator those of others and of people outside. */
@Component
@Transactional
class KeepingSettings {

    private static final String ADMIN = "NOTIFY_ADMIN";
    private final Settings settings;
    private final Directory directory;
    private final Setups setups;
    private final AuditTrail audit;

    KeepingSettings(Settings settings, Directory directory, Setups setups, AuditTrail audit) {
        this.settings = settings;
        this.directory = directory;
        this.setups = setups;
        this.audit = audit;
    }

    NotificationSetting add(NotificationSetting setting, Caller caller) {
        check(setting, caller);
        settings.add(setting, caller.subject());
        audit.record(setting.enterpriseId(), "setting.added", "notification-setting", id(setting), null, setting);
        if (caller.subject().equals(setting.ownerUserId())) {
            setups.complete(caller.subject(), false);
        }
        return setting;
    }

    NotificationSetting change(
            UUID settingId, IfMatch ifMatch, Caller caller, UnaryOperator<NotificationSetting> change) {
        var before = find(settingId, caller);
        ifMatch.require(before.version());
        var after = change.apply(before);
        check(after, caller);
        if (!settings.save(after)) {
            throw changedMeanwhile();
        }
        audit.record(after.enterpriseId(), "setting.changed", "notification-setting", id(after), before, after);
        return after;
    }

    void remove(UUID settingId, IfMatch ifMatch, Caller caller) {
        var before = find(settingId, caller);
        ifMatch.require(before.version());
        if (!settings.remove(before)) {
            throw changedMeanwhile();
        }
        audit.record(before.enterpriseId(), "setting.removed", "notification-setting", id(before), before, null);
    }

    /** One's own, or as an administrator anybody's; others' settings are not there. */
    NotificationSetting find(UUID settingId, Caller caller) {
        return settings.find(settingId)
                .filter(setting -> caller.mayAny(ADMIN) || caller.subject().equals(setting.ownerUserId()))
                .orElseThrow(() -> Problem.notFound("The notification setting " + settingId));
    }

    private static Problem changedMeanwhile() {
        return Problem.conflict(
                "concurrentUpdate", "Somebody else changed this setting at the same moment; read it again.");
    }

    private static String id(NotificationSetting setting) {
        return setting.settingId().toString();
    }

    private void check(NotificationSetting setting, Caller caller) {
        if (!caller.mayAny(ADMIN) && !caller.subject().equals(setting.ownerUserId())) {
            throw SettingProblems.adminRequired();
        }
        var enterprise = setting.enterpriseId();
        var scope = setting.scope();
        var services = directory.accountsOfServices(scope.serviceIds());
        var accounts = directory.accounts(enterprise, scope.accountIds()).stream()
                .map(AccountRef::accountId)
                .collect(Collectors.toSet());
        requireAssigned(setting, Stream.concat(accounts.stream(), services.values().stream()), caller);
        var ownerIsMember = setting.ownerUserId() == null
                || directory.member(enterprise, setting.ownerUserId()).isPresent();
        SettingProblems.require(SettingRules.flaws(
                setting,
                new Known(
                        ownerIsMember,
                        directory.customerNumbers(enterprise, scope.customerNumbers()),
                        accounts,
                        services.keySet())));
    }

    /** A member hears only of accounts assigned at the time; for somebody outside, the caller's own are the limit. */
    private static void requireAssigned(NotificationSetting setting, Stream<String> accounts, Caller caller) {
        accounts.filter(account -> !caller.mayUseAccount(account))
                .sorted()
                .findFirst()
                .ifPresent(account -> {
                    throw SettingProblems.forbiddenAccount(account);
                });
        if (caller.accounts() != null && setting.externalContact() != null && isOpenEnded(setting.scope())) {
            throw SettingProblems.accountsRequired();
        }
    }

    private static boolean isOpenEnded(Scope scope) {
        return scope.isAll() || !scope.customerNumbers().isEmpty();
    }
}
