package io.controlcenter.maintenance.inquiries;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells when the time to answer an inquiry runs out. */
@Component
class InquiryClocks implements DueWork {

    private final Inquiries inquiries;
    private final Asking asking;
    private final OneByOne oneByOne;

    InquiryClocks(Inquiries inquiries, Asking asking, OneByOne oneByOne) {
        this.inquiries = inquiries;
        this.asking = asking;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "inquiry-clocks";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(name(), now, atMost -> inquiries.alarming(now, atMost), number -> {
            asking.alarm(number, now);
            return true;
        });
    }
}
