package io.controlcenter.maintenance.changes.domain;

import java.time.Instant;
import java.util.List;

/** Why a GCR does not do what was asked of it now. */
public sealed interface Refusal {

    record NotInThisState(Trigger asked, GcrState state) implements Refusal {

        public List<String> allowed() {
            return state.allowed().stream().map(Trigger::wire).toList();
        }
    }

    /** No alternate window is left that has not begun yet. */
    record NoAlternate() implements Refusal {}

    record NoWindow() implements Refusal {}

    record NoServices() implements Refusal {}

    /** @param position in the list that was sent */
    record EndNotAfterStart(int position) implements Refusal {}

    record WindowsOverlap(String oneWindow, String otherWindow) implements Refusal {}

    record StartInThePast(String windowId, Instant start) implements Refusal {}

    record NoticeTooShort(Instant earliestStart) implements Refusal {}

    record ReasonMissing() implements Refusal {}

    /** @param earliest when the work may begin */
    record TooEarly(String windowId, Instant earliest) implements Refusal {}

    /** Work of which nothing was completed is not complete. */
    record NothingCompleted() implements Refusal {}

    /** @param position in the list that was sent */
    record NoSuchOpenWindow(int position) implements Refusal {}

    /** A GCR that is over is planned anew by adding a window. */
    record NothingScheduled() implements Refusal {}
}
