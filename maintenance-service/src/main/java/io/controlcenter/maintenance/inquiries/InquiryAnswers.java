package io.controlcenter.maintenance.inquiries;

import io.controlcenter.maintenance.inquiries.domain.Inquiry;
import io.controlcenter.platform.web.IfMatch;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** An inquiry as an answer, with its clock as it stands now. */
@Component
public class InquiryAnswers {

    private final Clock clock;

    InquiryAnswers(Clock clock) {
        this.clock = clock;
    }

    public ResponseEntity<InquiryView> created(Inquiry inquiry) {
        return ResponseEntity.created(URI.create("/api/v1/inquiries/" + inquiry.inquiryNumber()))
                .eTag(IfMatch.tag(inquiry.version()))
                .body(view(inquiry));
    }

    ResponseEntity<InquiryView> of(Inquiry inquiry) {
        return ResponseEntity.ok().eTag(IfMatch.tag(inquiry.version())).body(view(inquiry));
    }

    InquiryView view(Inquiry inquiry) {
        return InquiryView.of(inquiry, clock.instant());
    }
}
