package io.controlcenter.identity.tokens.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The keys that sign tokens, by their age: a new one is published before it signs, so that every replica and service
 * knows it by then, and an old one stays published until no token of its signing can be valid any more.
 *
 * @param newestFirst at least one
 */
public record KeyRing(List<Member> newestFirst) {

    /** Replicas read the keys every thirty seconds. */
    public static final Duration PUBLISHED_BEFORE_USE = Duration.ofMinutes(1);

    /**
     * @param createdAt real time, which tokens keep
     * @param madeAt business time, by which keys are changed
     */
    public record Member(String kid, Instant createdAt, Instant madeAt) {

        private boolean signsBy(Instant realTime) {
            return !createdAt.plus(PUBLISHED_BEFORE_USE).isAfter(realTime);
        }
    }

    public KeyRing {
        if (newestFirst.isEmpty()) {
            throw new IllegalArgumentException("A key ring without a key");
        }
        newestFirst = List.copyOf(newestFirst);
    }

    /** The newest that everybody has seen; the first one of all signs at once. */
    public Member signing(Instant realTime) {
        return newestFirst.stream()
                .filter(member -> member.signsBy(realTime))
                .findFirst()
                .orElseGet(newestFirst::getLast);
    }

    public boolean isRotationDue(Instant businessTime, Duration every) {
        return !newestFirst.getFirst().madeAt().plus(every).isAfter(businessTime);
    }

    /** Keys in whose place another one has signed for so long that nothing of theirs is valid. */
    public List<Member> outlived(Instant realTime, Duration keptFor) {
        var signing = newestFirst.indexOf(signing(realTime.minus(keptFor)));
        return newestFirst.subList(signing + 1, newestFirst.size());
    }
}
