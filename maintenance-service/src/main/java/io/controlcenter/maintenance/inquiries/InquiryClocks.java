package io.controlcenter.maintenance.inquiries;

import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells when the time to answer an inquiry runs out. */
@Component
class InquiryClocks implements DueWork {

    private static final int AT_ONCE = 50;
    private final Inquiries inquiries;
    private final Asking asking;
    private final TransactionTemplate transaction;

    InquiryClocks(Inquiries inquiries, Asking asking, TransactionTemplate transaction) {
        this.inquiries = inquiries;
        this.asking = asking;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "inquiry-clocks";
    }

    @Override
    public int doDue(Instant now) {
        var due = transaction.execute(_ -> inquiries.alarming(now, AT_ONCE));
        due.forEach(number -> asking.alarm(number, now));
        return due.size();
    }
}
