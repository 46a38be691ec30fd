package io.controlcenter.order.pricing;

import io.controlcenter.order.calendars.Calendars;
import io.controlcenter.order.pricing.domain.OrderPricing;
import io.controlcenter.order.pricing.domain.RateCard;
import io.controlcenter.platform.audit.AuditTrail;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rate cards, each stored whole, and the calculator that applies the one of a day. */
@Component
public class RateCards {

    private final JdbcClient db;
    private final Calendars calendars;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final Clock clock;

    RateCards(JdbcClient db, Calendars calendars, JsonMapper json, AuditTrail audit, Clock clock) {
        this.db = db;
        this.calendars = calendars;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The calculator for what is asked or charged today.
     *
     * @param country whose calendar counts, ISO 3166; null for the standard one
     */
    @Transactional(readOnly = true)
    public OrderPricing today(@Nullable String country) {
        var calendar = calendars.of(country);
        return new OrderPricing(on(calendar.dateOf(clock.instant())).orElseThrow(), calendar);
    }

    /** The card of a day; empty only before the first one. */
    Optional<RateCard> on(LocalDate date) {
        return db.sql("""
                        select content from rate_card where effective_from <= :date
                        order by effective_from desc limit 1""")
                .param("date", date)
                .query((row, _) -> card(row.getString(1)))
                .optional();
    }

    /** All cards, the newest first. */
    List<RateCard> all() {
        return db.sql("select content from rate_card order by effective_from desc")
                .query((row, _) -> card(row.getString(1)))
                .list();
    }

    private RateCard card(String content) {
        return json.readValue(content, RateCard.class);
    }

    /** @return false when another card begins on the same day */
    boolean publish(RateCard card) {
        var added = db.sql("""
                        insert into rate_card (effective_from, content, published_at)
                        values (:from, cast(:content as jsonb), :at) on conflict do nothing""")
                .param("from", card.effectiveFrom())
                .param("content", json.writeValueAsString(card))
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (added == 1) {
            audit.record(
                    null,
                    "rate-card.published",
                    "rate-card",
                    card.effectiveFrom().toString(),
                    null,
                    card);
        }
        return added == 1;
    }
}
