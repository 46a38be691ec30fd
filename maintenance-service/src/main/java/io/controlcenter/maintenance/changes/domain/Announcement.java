package io.controlcenter.maintenance.changes.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether times may be announced (domain b.4, rules 2 and 3): work is announced before it begins, and work that services
 * can feel a good while before. An emergency is not, and needs a reason instead.
 */
record Announcement(GcrNumber number, Work work, Affected affected, NoticeRules rules, Instant now) {

    /** @param since when customers were told first */
    Optional<Refusal> unfit(List<Window> windows, Instant since) {
        return affected.services() == 0
                ? Optional.of(new Refusal.NoServices())
                : Stream.concat(
                                windows.stream().flatMap(window -> tooSoon(window, since).stream()),
                                unexplained().stream())
                        .findFirst();
    }

    /** Whoever hears of an impact only now has notice from now on. */
    Optional<Refusal> unfit(Revision revision, List<Window> windows) {
        if (affected.services() == 0) {
            return Optional.of(new Refusal.NoServices());
        }
        return revision.newlyDisturbed()
                ? windows.stream()
                        .filter(window -> window.state() != GcrState.POSTPONED)
                        .flatMap(window -> tooSoon(window, now).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Refusal> unexplained() {
        return work.isEmergency() && !work.hasReason() ? Optional.of(new Refusal.ReasonMissing()) : Optional.empty();
    }

    Optional<Refusal> tooSoon(Window window, Instant since) {
        if (work.isEmergency()) {
            return Optional.empty();
        }
        if (window.start().isBefore(now)) {
            return Optional.of(new Refusal.StartInThePast(number.windowId(window.number()), window.start()));
        }
        var earliest = since.plus(rules.notice());
        return affected.disruptive() && window.start().isBefore(earliest)
                ? Optional.of(new Refusal.NoticeTooShort(earliest))
                : Optional.empty();
    }
}
