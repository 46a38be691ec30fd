package io.controlcenter.order.credit.application;

import io.controlcenter.order.calendars.Calendars;
import io.controlcenter.order.credit.domain.CreditApplications;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends approvals after their last day. */
@Component
class ExpiringApprovals implements DueWork {

    private static final int AT_ONCE = 100;
    private final CreditApplications applications;
    private final ApplyingForCredit applying;
    private final Calendars calendars;
    private final TransactionTemplate transaction;

    ExpiringApprovals(
            CreditApplications applications,
            ApplyingForCredit applying,
            Calendars calendars,
            TransactionTemplate transaction) {
        this.applications = applications;
        this.applying = applying;
        this.calendars = calendars;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "expire-credit-approvals";
    }

    @Override
    public int doDue(Instant now) {
        var today = calendars.standard().dateOf(now);
        var ended = transaction.execute(_ -> applications.endedBefore(today, AT_ONCE));
        return (int) ended.stream()
                .filter(number -> applying.expire(number, today) instanceof ApplyingForCredit.Decided.Made)
                .count();
    }
}
