package io.controlcenter.order.credit.application;

import io.controlcenter.order.calendars.Calendars;
import io.controlcenter.order.credit.domain.CreditApplications;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Ends approvals after their last day. */
@Component
class ExpiringApprovals implements DueWork {

    private final CreditApplications applications;
    private final ApplyingForCredit applying;
    private final Calendars calendars;
    private final OneByOne oneByOne;

    ExpiringApprovals(
            CreditApplications applications, ApplyingForCredit applying, Calendars calendars, OneByOne oneByOne) {
        this.applications = applications;
        this.applying = applying;
        this.calendars = calendars;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "expire-credit-approvals";
    }

    @Override
    public int doDue(Instant now) {
        var today = calendars.standard().dateOf(now);
        return oneByOne.each(
                name(),
                now,
                atMost -> applications.endedBefore(today, atMost),
                number -> applying.expire(number, today) instanceof ApplyingForCredit.Decided.Made);
    }
}
