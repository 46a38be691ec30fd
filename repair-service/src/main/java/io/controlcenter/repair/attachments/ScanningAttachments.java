package io.controlcenter.repair.attachments;

import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Looks at files that nobody could look at when they came. */
@Component
class ScanningAttachments implements DueWork {

    private static final int AT_ONCE = 20;
    private final AttachingFiles files;

    ScanningAttachments(AttachingFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "scan-attachments";
    }

    @Override
    public int doDue(Instant now) {
        return (int) files.unscanned(AT_ONCE).stream().filter(files::scanAgain).count();
    }
}
