package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.Affected;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.maintenance.changes.domain.ServiceOutcome;
import java.util.List;
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
            ServiceOutcome outcome) {}

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

    /** The same services in these windows and in no others. */
    void spread(GcrNumber gcr, List<Integer> windows);

    /** The services of the GCR in one window more. */
    void open(GcrNumber gcr, int window);

    void setOutcome(GcrNumber gcr, int window, ServiceOutcome from, ServiceOutcome to);

    Affected affected(GcrNumber gcr);

    /** Of all enterprises, by enterprise, window and service. */
    List<Line> lines(GcrNumber gcr);

    /** Of one enterprise, as far as the reader may see it. */
    List<Line> lines(GcrNumber gcr, String enterpriseId);
}
