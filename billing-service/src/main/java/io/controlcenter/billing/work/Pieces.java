package io.controlcenter.billing.work;

import io.controlcenter.platform.problem.DatabaseTrouble;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is due, piece by piece, each in a transaction of its own. A piece that fails is logged and counted, is tried again
 * when the work is asked again, and holds up none of those after it, however many fail.
 */
public final class Pieces<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Pieces.class);
    private static final int AT_ONCE = 50;

    private final String work;
    private final Predicate<T> doing;
    private final MeterRegistry meters;
    private final Set<T> passedOver = new HashSet<>();

    private Pieces(String work, Predicate<T> doing, MeterRegistry meters) {
        this.work = work;
        this.doing = doing;
        this.meters = meters;
    }

    /** Makes them, for the work of this name. */
    @Component
    public static final class Maker {

        private final MeterRegistry meters;

        Maker(MeterRegistry meters) {
            this.meters = meters;
        }

        public <T> Pieces<T> of(String work, Consumer<T> doing) {
            return whereDone(work, piece -> {
                doing.accept(piece);
                return true;
            });
        }

        /** @param doing false for a piece that has to wait and stays due */
        public <T> Pieces<T> whereDone(String work, Predicate<T> doing) {
            return new Pieces<>(work, doing, meters);
        }
    }

    /** What is due: the first so many, in an order that stays. */
    public interface Due<T> {
        List<T> first(int limit);
    }

    /**
     * Those that were passed over are asked for again once nothing else is due.
     *
     * @return how many were looked at; 0 ends a round
     */
    public synchronized int doSome(Due<T> due) {
        var some = due.first(AT_ONCE + passedOver.size()).stream()
                .filter(piece -> !passedOver.contains(piece))
                .toList();
        some.forEach(this::tryOne);
        if (some.isEmpty()) {
            passedOver.clear();
        }
        return some.size();
    }

    private void tryOne(T piece) {
        try {
            if (!doing.test(piece)) {
                passedOver.add(piece);
            }
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isPassing(e)) {
                throw e;
            }
            passedOver.add(piece);
            meters.counter("due.work.failed", "work", work).increment();
            LOG.warn("{} failed for {}, which is tried again", work, piece, e);
        }
    }
}
