package io.controlcenter.platform.attachments;

import io.controlcenter.platform.attachments.Attachment.Scan;
import io.controlcenter.platform.work.DueWork;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Scans files that nobody could look at when they came, outside of any transaction. One that a scanner comes to no
 * verdict on is tried again after longer and longer pauses, and given up in the end; it holds up no other.
 */
final class ScanningAttachments implements DueWork {

    /** Few: a scanner that does not answer is waited for with each of them, and work is locked for two minutes. */
    static final int AT_ONCE = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final AttachmentRows rows;
    private final MalwareScan scan;
    private final int attempts;
    private final MeterRegistry meters;
    private final AtomicLong pending = new AtomicLong();

    /** @param attempts at a file, of a scanner that is there */
    ScanningAttachments(AttachmentRows rows, MalwareScan scan, int attempts, MeterRegistry meters) {
        this.rows = rows;
        this.scan = scan;
        this.attempts = attempts;
        this.meters = meters;
        var _ = meters.gauge("attachments.pending", pending);
        // from zero, so that the first one is an increase
        var _ = meters.counter("attachments.unscannable");
    }

    @Override
    public String name() {
        return "scan-attachments";
    }

    @Override
    public int doDue(Instant now) {
        var judged = 0;
        for (var file : rows.unscanned(now, AT_ONCE)) {
            var verdict = scan.scan(rows.content(file.attachmentId()));
            if (verdict instanceof Verdict.Away) {
                break;
            }
            if (verdict instanceof Verdict.Unknown) {
                noVerdict(file, now);
            } else {
                rows.judged(file.attachmentId(), verdict.scan(), verdict.threatFound());
                judged++;
            }
        }
        pending.set(rows.pending());
        return judged;
    }

    private void noVerdict(AttachmentRows.Unscanned file, Instant now) {
        var tried = file.attempts() + 1;
        if (tried >= attempts) {
            rows.judged(file.attachmentId(), Scan.UNSCANNABLE, null);
            meters.counter("attachments.unscannable").increment();
        } else {
            rows.scanLater(file.attachmentId(), tried, now.plus(pause(tried)));
        }
    }

    private static Duration pause(int tried) {
        var longer = FIRST_PAUSE.multipliedBy(1L << Math.min(tried - 1, 10));
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
