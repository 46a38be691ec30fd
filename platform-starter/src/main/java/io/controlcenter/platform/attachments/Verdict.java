package io.controlcenter.platform.attachments;

import io.controlcenter.platform.attachments.Attachment.Scan;
import org.jspecify.annotations.Nullable;

/** What a scanner says of a file. */
sealed interface Verdict {

    record Clean() implements Verdict {}

    /** @param threat its name */
    record Infected(String threat) implements Verdict {}

    /** The scanner was there and came to no verdict: perhaps it never will. */
    record Unknown() implements Verdict {}

    /** No scanner is there, which says nothing of the file. */
    record Away() implements Verdict {}

    default Scan scan() {
        return switch (this) {
            case Clean() -> Scan.CLEAN;
            case Infected _ -> Scan.QUARANTINED;
            case Unknown(), Away() -> Scan.PENDING;
        };
    }

    default @Nullable String threatFound() {
        return this instanceof Infected(var threat) ? threat : null;
    }
}
