package io.controlcenter.order.quotes.application;

import io.controlcenter.order.quotes.domain.Quote;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All quotes that the present transaction may see. */
public interface Quotes {

    /** A quote as it is stored. */
    record Stored(Quote quote, Instant createdAt, long version) {}

    /** A change of state. */
    record Step(
            Instant at,
            @Nullable String from,
            String to,
            @Nullable String reason,
            String actor,
            String source) {}

    String nextNumber();

    Optional<Stored> find(String quoteNumber);

    /** As it was in an earlier version. */
    Optional<Stored> find(String quoteNumber, long version);

    Stored add(Quote quote);

    /** Saves a change; fails when somebody else changed it since this version. */
    Stored save(Quote quote, long version);

    /** @param enterpriseId null for all that the caller may see */
    Page<Stored> list(@Nullable String enterpriseId, ListRequest request);

    List<Step> history(String quoteNumber);

    /** Those that wait for the business validation, oldest first. */
    List<String> waiting(int atMost);

    /** Those whose last day is before this one. */
    List<String> endedBefore(LocalDate day, int atMost);

    /** Those that end by this day and whose buyer was not reminded yet. */
    List<String> endingBy(LocalDate day, int atMost);

    /** @return false when the buyer was reminded already */
    boolean remind(String quoteNumber);
}
