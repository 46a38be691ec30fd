package io.controlcenter.notification.messages.application;

import io.controlcenter.notification.content.Layout;
import io.controlcenter.notification.content.domain.BillFacts;
import io.controlcenter.notification.content.domain.Composer;
import io.controlcenter.notification.content.domain.EngagementFacts;
import io.controlcenter.notification.content.domain.Facts;
import io.controlcenter.notification.content.domain.NoteFacts;
import io.controlcenter.notification.content.domain.OrderFacts;
import io.controlcenter.notification.content.domain.PersonalFacts;
import io.controlcenter.notification.directory.Directory;
import io.controlcenter.notification.domain.AccountRef;
import io.controlcenter.notification.domain.BillingContact;
import io.controlcenter.notification.domain.Category;
import io.controlcenter.notification.domain.Channel;
import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.domain.Member;
import io.controlcenter.notification.messages.domain.Audience;
import io.controlcenter.notification.messages.domain.Message;
import io.controlcenter.notification.messages.domain.MessageState;
import io.controlcenter.notification.messages.domain.Reason;
import io.controlcenter.notification.messages.domain.Recipient;
import io.controlcenter.notification.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes messages of what happened, one per recipient and channel, in the transaction that hears of it. */
@Component
public class Telling {

    private final Messages messages;
    private final MessageJournal journal;
    private final Directory directory;
    private final Settings settings;
    private final Readers readers;
    private final Composer composer;
    private final Bell bell;
    private final Clock clock;

    Telling(
            Messages messages,
            MessageJournal journal,
            Directory directory,
            Settings settings,
            Readers readers,
            Composer composer,
            Bell bell,
            Clock clock) {
        this.messages = messages;
        this.journal = journal;
        this.directory = directory;
        this.settings = settings;
        this.readers = readers;
        this.composer = composer;
        this.bell = bell;
        this.clock = clock;
    }

    /** @param version of the aggregate that the facts tell of */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Kind kind, Facts facts, @Nullable String enterpriseId, long version) {
        var ready = canDecide(kind, facts, enterpriseId);
        var occasion = new Occasion(0, kind, enterpriseId, version, facts, clock.instant());
        messages.keep(occasion, ready).ifPresent(id -> {
            if (ready) {
                decide(new Occasion(id, kind, enterpriseId, version, facts, occasion.at()));
            }
        });
    }

    /**
     * Accounts and contacts come on topics of their own, and nothing orders topics among each other. Whom to tell is
     * decided once those of this occasion are known.
     */
    boolean canDecide(Kind kind, Facts facts, @Nullable String enterpriseId) {
        if (enterpriseId != null && facts instanceof EngagementFacts) {
            return !administrators(enterpriseId).isEmpty(); // a new enterprise has its first one in a moment
        }
        var accounts = accounts(facts);
        if (enterpriseId == null || accounts.isEmpty()) {
            return true;
        }
        return directory.accounts(enterpriseId, accounts).size() == accounts.size()
                && (!kind.isForBillingContact() || directory.knowsBilling(accounts.getFirst()));
    }

    private static List<String> accounts(Facts facts) {
        return facts.concerns().stream().map(Concern::accountId).toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void decide(Occasion occasion) {
        var facts = occasion.facts();
        if (facts != null) {
            recipients(occasion, facts).stream()
                    .filter(recipient -> !wrote(recipient, facts))
                    .forEach(recipient -> add(occasion, facts, recipient));
            cancelOvertaken(occasion, facts);
            bell.ringAfterCommit();
        }
    }

    /** Who wrote a note knows it. */
    private static boolean wrote(Recipient recipient, Facts facts) {
        return facts instanceof NoteFacts note
                && note.authorId() != null
                && note.authorId().equals(recipient.userId());
    }

    private List<Recipient> recipients(Occasion occasion, Facts facts) {
        if (facts instanceof PersonalFacts personal) {
            return personal.addressees().stream()
                    .map(who -> Recipient.personally(who.userId(), who.email(), who.name()))
                    .toList();
        }
        var manager = facts instanceof OrderFacts order ? order.forCareManager() : null;
        if (manager != null) {
            return List.of(Recipient.staff(manager.email(), manager.name(), accounts(facts)));
        }
        var enterprise = Objects.requireNonNull(occasion.enterpriseId(), "enterprise");
        if (facts instanceof EngagementFacts) {
            return administrators(enterprise);
        }
        var kind = occasion.kind();
        var bill = facts instanceof BillFacts issued ? issued : null;
        return new Audience(
                        kind,
                        facts.concerns(),
                        facts.named(),
                        customerNumbers(enterprise, facts),
                        directory.members(enterprise),
                        settings.of(enterprise, kind.category()),
                        billingContact(kind, facts),
                        bill != null && bill.onPaper())
                .decide();
    }

    private List<Recipient> administrators(String enterprise) {
        return directory.members(enterprise).stream()
                .filter(member -> member.admin() && !member.person().isBarred())
                .map(Member::person)
                .map(person -> Recipient.personally(person.userId(), person.email(), person.name()))
                .toList();
    }

    private @Nullable BillingContact billingContact(Kind kind, Facts facts) {
        return kind.isForBillingContact()
                ? directory.billingContact(accounts(facts).getFirst()).orElse(null)
                : null;
    }

    private Map<String, String> customerNumbers(String enterprise, Facts facts) {
        var numbers = new HashMap<String, String>();
        for (AccountRef account : directory.accounts(enterprise, accounts(facts))) {
            if (account.customerNumber() != null) {
                numbers.put(account.accountId(), account.customerNumber());
            }
        }
        return numbers;
    }

    private void add(Occasion occasion, Facts facts, Recipient recipient) {
        var notice = composer.compose(occasion.kind(), facts, readers.of(recipient, occasion.enterpriseId()));
        var queued = new Message(
                UUID.randomUUID(),
                occasion.id(),
                occasion.kind(),
                recipient,
                occasion.enterpriseId(),
                facts.subjectId(),
                facts.part(),
                occasion.version(),
                new Message.Summary(notice.subject(), notice.summary(), link(facts, notice.link()), Layout.VERSION),
                MessageState.QUEUED,
                0,
                0,
                null,
                Duration.ZERO,
                occasion.at(),
                null,
                0);
        if (recipient.channel() == Channel.EMAIL) {
            messages.add(queued);
        } else {
            post(queued);
        }
    }

    /** A link that lets somebody in stands in the mail and nowhere else. */
    private static String link(Facts facts, String link) {
        return facts.concerns().isEmpty() ? "" : link;
    }

    private void post(Message queued) {
        var outdated = messages.isOutdated(queued);
        var message = outdated ? queued.suppressed(Reason.OUTDATED) : queued.posted(clock.instant());
        if (messages.add(message) && outdated) {
            journal.suppressed(message);
        }
    }

    /** A reminder of what has changed since would mislead (rule 6). */
    private void cancelOvertaken(Occasion occasion, Facts facts) {
        if (occasion.kind().category() == Category.MAINTENANCE && occasion.enterpriseId() != null) {
            messages.waiting(Kind.MAINT_REMINDER, facts.subjectId(), occasion.enterpriseId(), occasion.version())
                    .forEach(reminder -> messages.save(reminder.cancelled(Reason.OVERTAKEN)));
        }
    }
}
