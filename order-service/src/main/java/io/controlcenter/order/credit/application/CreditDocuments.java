package io.controlcenter.order.credit.application;

import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Caller;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes documents in; the table takes no updates. */
@Component
@Transactional
public class CreditDocuments {

    /** As Control Center's documents are (domain A1, Identity). */
    private static final int MOST = 15 * 1024 * 1024;

    private final JdbcClient db;
    private final AuditTrail audit;
    private final Clock clock;

    CreditDocuments(JdbcClient db, AuditTrail audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    public ReadingCredit.Document add(
            CreditApplication to, String fileName, String mediaType, byte[] content, Caller by) {
        if (content.length == 0 || content.length > MOST) {
            throw Problem.unprocessable(Violation.invalid("", "A document has at least one byte and at most 15 MB."));
        }
        if (!beginsLike(mediaType, content)) {
            throw Problem.unprocessable(Violation.invalid("", "This does not begin like " + mediaType + "."));
        }
        if (to.decision() != null || !(to.state().isPending() || to.submittedAt() == null)) {
            throw Problem.conflict("credit-application-not-in-this-state", "Documents are added before the decision.");
        }
        var document = new ReadingCredit.Document(
                UUID.randomUUID(),
                fileName,
                mediaType,
                content.length,
                sha256(content),
                clock.instant(),
                by.name(),
                by.isProvider() ? "PROVIDER" : "CUSTOMER");
        store(to, document, content);
        audit.record(
                to.enterpriseId(),
                "credit.document-added",
                "credit-application",
                to.applicationNumber(),
                null,
                document);
        return document;
    }

    private void store(CreditApplication to, ReadingCredit.Document document, byte[] content) {
        db.sql("""
                        insert into credit_document (document_id, application_number, enterprise_id, account_id,
                          file_name, media_type, size, sha256, content, added_at, added_by, source)
                        values (:id, :number, :enterprise, :account, :name, :type, :size, :sha, :content, :at, :by,
                          :source)""")
                .param("id", document.documentId())
                .param("number", to.applicationNumber())
                .param("enterprise", to.enterpriseId())
                .param("account", to.accountId())
                .param("name", document.fileName())
                .param("type", document.mediaType())
                .param("size", document.size())
                .param("sha", document.sha256())
                .param("content", content)
                .param("at", document.addedAt().atOffset(ZoneOffset.UTC))
                .param("by", document.addedBy())
                .param("source", document.source())
                .update();
    }

    /** A file that calls itself something else is not stored. */
    private static boolean beginsLike(String mediaType, byte[] content) {
        var head = HexFormat.of().formatHex(content, 0, Math.min(4, content.length));
        return switch (mediaType) {
            case "application/pdf" -> head.equals("25504446");
            case "image/png" -> head.equals("89504e47");
            case "image/jpeg" -> head.startsWith("ffd8ff");
            default -> false;
        };
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
