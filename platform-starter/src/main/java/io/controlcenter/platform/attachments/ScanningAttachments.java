package io.controlcenter.platform.attachments;

import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import java.util.UUID;

/** Looks at files that nobody could look at when they came. */
final class ScanningAttachments implements DueWork {

    private static final int AT_ONCE = 20;
    private final AttachmentRows rows;
    private final MalwareScan scan;

    ScanningAttachments(AttachmentRows rows, MalwareScan scan) {
        this.rows = rows;
        this.scan = scan;
    }

    @Override
    public String name() {
        return "scan-attachments";
    }

    @Override
    public int doDue(Instant now) {
        return (int) rows.unscanned(AT_ONCE).stream().filter(this::isJudged).count();
    }

    private boolean isJudged(UUID attachmentId) {
        var verdict = scan.scan(rows.content(attachmentId));
        rows.judged(attachmentId, verdict);
        return !(verdict instanceof Verdict.Unknown);
    }
}
