package io.controlcenter.maintenance.changes.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What customers were told of a GCR so far; each notice raises the sequence by one. */
final class Telling {

    private @Nullable Integer sequence;
    private @Nullable Instant firstNoticeAt;
    private @Nullable Instant noticedAt;

    Telling(@Nullable Integer sequence, @Nullable Instant firstNoticeAt, @Nullable Instant noticedAt) {
        this.sequence = sequence;
        this.firstNoticeAt = firstNoticeAt;
        this.noticedAt = noticedAt;
    }

    @Nullable
    Integer sequence() {
        return sequence;
    }

    @Nullable
    Instant firstNoticeAt() {
        return firstNoticeAt;
    }

    @Nullable
    Instant noticedAt() {
        return noticedAt;
    }

    GcrEvent tell(NoticeKind kind, String text, Whom whom, Instant now) {
        sequence = sequence == null ? 0 : sequence + 1;
        firstNoticeAt = firstNoticeAt == null ? now : firstNoticeAt;
        noticedAt = now;
        return new GcrEvent.Noticed(kind, text, whom);
    }

    GcrEvent tellEverybody(NoticeKind kind, String text, Instant now) {
        return tell(kind, text, new Whom.Everybody(), now);
    }

    static String because(String what, @Nullable String why) {
        return why == null || why.isBlank() ? what + "." : what + ": " + why.strip() + ".";
    }
}
