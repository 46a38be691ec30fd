package io.controlcenter.platform.work;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what is due piece by piece, each in a transaction of its own, in the order in which it was found. A piece that
 * fails is logged, counted and left alone for a while, a longer one each time; one that is not to be done now is passed
 * over. Neither holds up the others.
 */
public final class OneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);
    private static final int AT_ONCE = 50;

    /** Of pieces that are passed over; there are more where none of many can be done now. */
    private static final int BATCHES = 10;

    private final FailedPieces failed;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Map<String, AtomicInteger> failing = new ConcurrentHashMap<>();

    OneByOne(FailedPieces failed, TransactionTemplate transaction, MeterRegistry meters) {
        this.failed = failed;
        this.transaction = transaction;
        this.meters = meters;
    }

    /**
     * @param work its name
     * @param now business time
     * @param due the pieces that are due, oldest first and at most so many
     * @param id what a piece is known by, from one round to the next
     * @param piece does one, and says whether it was done
     * @return how many were done
     */
    public <T> int each(
            String work, Instant now, IntFunction<List<T>> due, Function<T, String> id, Predicate<T> piece) {
        var waiting = failed.waiting(work, now);
        var round = new Round<>(work, now, id, piece, new HashSet<>(waiting));
        for (int batch = 0; batch < BATCHES && round.done == 0 && round.next(due); batch++) {
            // on to those behind the ones that were passed over
        }
        failing.computeIfAbsent(work, this::gauge).set(waiting.size() + round.failures);
        return round.done;
    }

    private AtomicInteger gauge(String work) {
        var number = new AtomicInteger();
        var _ = meters.gauge("due.work.failing", Tags.of("work", work), number);
        return number;
    }

    /** Of pieces that are numbers or names. */
    public int each(String work, Instant now, IntFunction<List<String>> due, Predicate<String> piece) {
        return each(work, now, due, Function.identity(), piece);
    }

    private final class Round<T> {

        private final String work;
        private final Instant now;
        private final Function<T, String> id;
        private final Predicate<T> piece;
        private final Set<String> passedOver;
        private int done;
        private int failures;

        Round(String work, Instant now, Function<T, String> id, Predicate<T> piece, Set<String> passedOver) {
            this.work = work;
            this.now = now;
            this.id = id;
            this.piece = piece;
            this.passedOver = passedOver;
        }

        /** False when there was nothing more. */
        boolean next(IntFunction<List<T>> due) {
            var atMost = AT_ONCE + passedOver.size();
            var found = transaction.execute(_ -> due.apply(atMost));
            var pieces = found.stream()
                    .filter(one -> !passedOver.contains(id.apply(one)))
                    .limit(AT_ONCE)
                    .toList();
            pieces.forEach(this::take);
            return !pieces.isEmpty();
        }

        private void take(T one) {
            var item = id.apply(one);
            try {
                if (Boolean.TRUE.equals(transaction.execute(_ -> piece.test(one)))) {
                    done++;
                } else {
                    passedOver.add(item);
                }
            } catch (RuntimeException e) {
                failures++;
                passedOver.add(item);
                var again = failed.add(work, item, now, e);
                meters.counter("due.work.failed", "work", work).increment();
                LOG.warn("{} failed for {} and is tried again after {}", work, item, again, e);
            }
        }
    }
}
