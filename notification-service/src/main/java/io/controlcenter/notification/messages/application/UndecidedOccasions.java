package io.controlcenter.notification.messages.application;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Decides whom to tell once what was missing is known, and after a while without it: nobody must miss something. */
@Component
class UndecidedOccasions implements DueWork {

    private final Messages messages;
    private final Telling telling;
    private final OneByOne oneByOne;

    UndecidedOccasions(Messages messages, Telling telling, OneByOne oneByOne) {
        this.messages = messages;
        this.telling = telling;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "decide-occasions";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(
                name(),
                now,
                messages::open,
                open -> String.valueOf(open.occasion().id()),
                this::decided);
    }

    private boolean decided(Messages.Open open) {
        var occasion = open.occasion();
        var facts = occasion.facts();
        if (facts != null && !open.overdue() && !telling.canDecide(occasion.kind(), facts, occasion.enterpriseId())) {
            return false;
        }
        if (!messages.decided(occasion.id())) {
            return false;
        }
        telling.decide(occasion);
        return true;
    }
}
