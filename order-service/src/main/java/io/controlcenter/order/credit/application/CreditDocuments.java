package io.controlcenter.order.credit.application;

import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.platform.attachments.Attachment;
import io.controlcenter.platform.attachments.Attachment.Holder;
import io.controlcenter.platform.attachments.Attachments;
import io.controlcenter.platform.attachments.CheckedFile;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The papers of an application, which are added until it is decided. */
@Component
@Transactional
public class CreditDocuments {

    private static final String KIND = "credit-application";
    private final Attachments attachments;
    private final AuditTrail audit;

    CreditDocuments(Attachments attachments, AuditTrail audit) {
        this.attachments = attachments;
        this.audit = audit;
    }

    public Attachment add(CreditApplication to, CheckedFile file) {
        if (to.decision() != null || !(to.state().isPending() || to.submittedAt() == null)) {
            throw Problem.conflict("credit-application-not-in-this-state", "Documents are added before the decision.");
        }
        var holder = new Holder(KIND, to.applicationNumber(), to.enterpriseId(), to.accountId());
        var document = attachments.add(holder, file);
        audit.record(to.enterpriseId(), "credit.document-added", KIND, to.applicationNumber(), null, document);
        return document;
    }

    public List<Attachment> list(String applicationNumber) {
        return attachments.list(KIND, applicationNumber);
    }

    public ResponseEntity<byte[]> download(String applicationNumber, UUID documentId) {
        return attachments.download(KIND, applicationNumber, documentId);
    }
}
