package io.controlcenter.notification.messages.application;

import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides whom to tell once what was missing is known, and after a while without it: nobody must miss something. */
@Component
class UndecidedOccasions implements DueWork {

    private static final int AT_ONCE = 50;
    private final Messages messages;
    private final Telling telling;
    private final TransactionTemplate transaction;

    UndecidedOccasions(Messages messages, Telling telling, TransactionTemplate transaction) {
        this.messages = messages;
        this.telling = telling;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "decide-occasions";
    }

    @Override
    public int doDue(Instant now) {
        var decided = transaction.execute(
                _ -> (int) messages.open(AT_ONCE).stream().filter(this::decided).count());
        return decided == null ? 0 : decided;
    }

    private boolean decided(Messages.Open open) {
        var occasion = open.occasion();
        var facts = occasion.facts();
        if (facts != null && !open.overdue() && !telling.canDecide(occasion.kind(), facts, occasion.enterpriseId())) {
            return false;
        }
        telling.decide(occasion);
        messages.decided(occasion.id());
        return true;
    }
}
