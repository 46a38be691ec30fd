package io.controlcenter.platform.attachments;

import io.controlcenter.platform.work.DueWork;
import java.time.Instant;

/** Looks in turn at files that nobody could look at when they came: one that never can be holds up no other. */
final class ScanningAttachments implements DueWork {

    /** Few: a scanner that does not answer is waited for with each of them, and work is locked for two minutes. */
    static final int AT_ONCE = 5;

    private final AttachmentRows rows;
    private final MalwareScan scan;
    private volatile long last;

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
        var judged = 0;
        for (var file : rows.unscanned(last, AT_ONCE)) {
            last = file.id();
            var verdict = scan.scan(rows.content(file.attachmentId()));
            if (!(verdict instanceof Verdict.Unknown)) {
                rows.judged(file.attachmentId(), verdict);
                judged++;
            }
        }
        return judged;
    }
}
