package io.controlcenter.platform.attachments;

import io.controlcenter.platform.attachments.Attachment.Scan;
import org.jspecify.annotations.Nullable;

/** What a scanner says of a file. */
sealed interface Verdict {

    record Clean() implements Verdict {}

    /** @param threat its name */
    record Infected(String threat) implements Verdict {}

    /** Nobody could look; the file waits. */
    record Unknown() implements Verdict {}

    default Scan scan() {
        return switch (this) {
            case Clean() -> Scan.CLEAN;
            case Infected _ -> Scan.QUARANTINED;
            case Unknown() -> Scan.PENDING;
        };
    }

    default @Nullable String threatFound() {
        return this instanceof Infected(var threat) ? threat : null;
    }
}
