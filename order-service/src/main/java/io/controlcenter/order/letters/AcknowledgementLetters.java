package io.controlcenter.order.letters;

import io.controlcenter.order.letters.OrderDocument.Kind;
import io.controlcenter.order.ordering.application.Letters;
import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.Letter;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Issues the letter that names the care manager (handbook S19); a change of care manager is a new version. */
@Component
class AcknowledgementLetters implements Letters {

    private final WritingDocuments writing;

    AcknowledgementLetters(WritingDocuments writing) {
        this.writing = writing;
    }

    @Override
    public Letter issue(OrderSnapshot order, CareManager careManager, int version, Instant at) {
        var document = writing.write(Kind.ACKNOWLEDGEMENT, order, careManager, version, at, null);
        return new Letter(document.documentId(), document.version(), document.issuedAt());
    }
}
