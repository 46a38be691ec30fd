package io.controlcenter.notification.messages.application;

import io.controlcenter.notification.directory.Directory;
import io.controlcenter.notification.domain.Member;
import io.controlcenter.notification.domain.Person;
import io.controlcenter.notification.messages.domain.Message;
import io.controlcenter.notification.messages.domain.Reason;
import io.controlcenter.notification.settings.Settings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a recipient may still be told, at the moment of sending (rules 2 and 8). */
@Component
class Recheck {

    private final Messages messages;
    private final Directory directory;
    private final Settings settings;

    Recheck(Messages messages, Directory directory, Settings settings) {
        this.messages = messages;
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * @param against why it must not be sent any more; null when it may
     * @param accounts those that the recipient may see now
     */
    record Verdict(@Nullable Reason against, List<String> accounts) {

        static Verdict no(Reason why) {
            return new Verdict(why, List.of());
        }
    }

    Verdict of(Message message) {
        if (messages.isOutdated(message)) {
            return Verdict.no(Reason.OUTDATED);
        }
        if (!isStillWanted(message)) {
            return Verdict.no(Reason.SETTING_OFF);
        }
        var user = message.recipient().userId();
        if (user != null && directory.person(user).map(Person::isBarred).orElse(false)) {
            return Verdict.no(Reason.RECIPIENT_INACTIVE);
        }
        return message.recipient().member() ? asMember(message) : new Verdict(null, message.accounts());
    }

    private boolean isStillWanted(Message message) {
        var setting = message.recipient().settingId();
        return setting == null
                || message.kind().isMandatory()
                || settings.find(setting)
                        .map(found -> found.wants(message.kind()))
                        .orElse(false);
    }

    private Verdict asMember(Message message) {
        return member(message)
                .filter(member -> member.mayHear(message.kind().category(), message.accounts()))
                .map(member -> new Verdict(null, member.visible(message.accounts())))
                .orElse(Verdict.no(Reason.NOT_ALLOWED_ANY_MORE));
    }

    private Optional<Member> member(Message message) {
        var enterprise = message.enterpriseId();
        var user = message.recipient().userId();
        return enterprise == null || user == null ? Optional.empty() : directory.member(enterprise, user);
    }
}
