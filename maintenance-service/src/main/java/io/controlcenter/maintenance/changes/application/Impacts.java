package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.Affected;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.maintenance.changes.domain.Revision;
import io.controlcenter.maintenance.changes.domain.ServiceOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which services a GCR hits in which of its windows. There can be tens of thousands, so all of it is done by the set.
 */
public interface Impacts {

    /** A service in a window, as customers are told of it. */
    record Line(
            String enterpriseId,
            int window,
            String serviceId,
            String accountId,
            String circuitId,
            String bandwidth,
            @Nullable String aLocation,
            @Nullable String zLocation,
            Impact impact,
            int maxDurationMinutes,
            String orderNumber,
            ServiceOutcome outcome,
            @Nullable Integer changedAt,
            @Nullable Integer droppedAt) {

        /** Whether the work still concerns the service. */
        public boolean isHit() {
            return droppedAt == null;
        }

        /** Whether it joined, left, or became worse with this notice. */
        public boolean changedWith(int sequence) {
            return Objects.equals(changedAt, sequence) || Objects.equals(droppedAt, sequence);
        }

        /** Whether the enterprise was told of it or is to be told now: who left the GCR was told so once. */
        public boolean isTold(int sequence) {
            return droppedAt == null || droppedAt == sequence;
        }
    }

    /**
     * Something that no installed service fits.
     *
     * @param pointer into the list of selections
     */
    record Unknown(String pointer, String what) {}

    /**
     * The services of a GCR from now on, in each of these windows. A service that two selections fit follows the first.
     *
     * @return what fits no service; then nothing is to be kept
     */
    List<Unknown> replace(GcrNumber gcr, List<Integer> windows, List<Selection> selections);

    /**
     * Other services in the windows that are still to come, after customers were told. Who is hit no longer keeps the row,
     * as cancelled.
     *
     * @param sequence of the notice that tells it
     * @return what fits no service; then nothing is to be kept
     */
    List<Unknown> revise(GcrNumber gcr, List<Integer> windows, List<Selection> selections, int sequence, Instant now);

    /** What a revision came to, told with this sequence at this time. */
    Revision revision(GcrNumber gcr, int sequence, Instant now);

    /** The same services in these windows and in no others. */
    void spread(GcrNumber gcr, List<Integer> windows);

    /** The services of the GCR in one window more. */
    void open(GcrNumber gcr, int window);

    /** Those services of a window in another one whose work was left for it. */
    void relieve(GcrNumber gcr, int window, int by);

    /**
     * What became of some services of a window, other than of the rest.
     *
     * @return which of them are not pending in it, by their position in the list
     */
    List<Integer> except(GcrNumber gcr, int window, List<String> serviceIds, ServiceOutcome outcome);

    /** Whether any service in the window still waits for its outcome. */
    boolean isPending(GcrNumber gcr, int window);

    void setOutcome(GcrNumber gcr, int window, ServiceOutcome from, ServiceOutcome to);

    Affected affected(GcrNumber gcr);

    /** Of all enterprises, by enterprise, window and service. */
    List<Line> lines(GcrNumber gcr);

    /** Of one enterprise, as far as the reader may see it. */
    List<Line> lines(GcrNumber gcr, String enterpriseId);
}
