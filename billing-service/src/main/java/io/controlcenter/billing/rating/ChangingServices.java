package io.controlcenter.billing.rating;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff changes of a service: a price from a day on, or the days themselves when they were told wrong. A day in the
 * past is allowed: the next bill charges or gives back the difference, and no issued invoice is touched (domain d.3, 12).
 */
@Component
@Transactional
class ChangingServices {

    private final ReadingServices reading;
    private final RatedServices services;
    private final Prices prices;
    private final JdbcClient db;
    private final AuditTrail audit;
    private final Clock clock;

    ChangingServices(
            ReadingServices reading,
            RatedServices services,
            Prices prices,
            JdbcClient db,
            AuditTrail audit,
            Clock clock) {
        this.reading = reading;
        this.services = services;
        this.prices = prices;
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reason for the file and for the provenance of later lines */
    record PriceChange(String chargeId, LocalDate effectiveFrom, Money amount, String reason) {}

    void change(String serviceId, PriceChange change, String by) {
        var service = find(serviceId);
        requireSound(service, change);
        var held = prices.on(change.chargeId(), change.effectiveFrom())
                .orElseThrow(() -> Problem.conflict(
                        "charge-ended", "The charge " + change.chargeId() + " has no price on that day."));
        prices.end(held.id(), change.effectiveFrom());
        prices.add(
                new Prices.NewPrice(
                        held.chargeId(),
                        serviceId,
                        service.enterpriseId(),
                        service.accountId(),
                        held.description(),
                        change.amount(),
                        change.effectiveFrom(),
                        held.effectiveTo()),
                new Prices.Source.Staff(by, change.reason(), clock.instant()));
        audit.record(service.enterpriseId(), "price.changed", "rated-service", serviceId, held, change);
    }

    private void requireSound(ReadingServices.Rated service, PriceChange change) {
        var wrong = new ArrayList<Violation>();
        var own = prices.of(service.serviceId()).stream()
                .filter(price -> price.chargeId().equals(change.chargeId()))
                .findFirst();
        if (own.isEmpty()) {
            wrong.add(Violation.referenceNotFound("/chargeId", "The service has no such recurring charge."));
        } else if (!own.get().amount().currency().equals(change.amount().currency())) {
            wrong.add(Violation.invalid(
                    "/amount/currency",
                    "The charge is in " + own.get().amount().currency() + "; a price changes in its own currency."));
        }
        if (change.effectiveFrom().isBefore(service.startDate())) {
            wrong.add(Violation.invalid(
                    "/effectiveFrom", "The service starts on " + service.startDate() + "; no price holds before."));
        }
        if (service.stopDate() != null && !change.effectiveFrom().isBefore(service.stopDate())) {
            wrong.add(Violation.invalid(
                    "/effectiveFrom", "The service stops on " + service.stopDate() + "; no price holds from then on."));
        }
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable(wrong);
        }
    }

    private ReadingServices.Rated find(String serviceId) {
        return reading.find(serviceId).orElseThrow(() -> Problem.notFound("The service " + serviceId));
    }

    /**
     * @param stop the first day not billed; null for a service that goes on
     * @param expected refuses a version that the caller did not read
     */
    void correct(
            String serviceId,
            LocalDate start,
            @Nullable LocalDate stop,
            String reason,
            String by,
            LongConsumer expected) {
        var before = find(serviceId);
        expected.accept(before.version());
        if (stop != null && stop.isBefore(start)) {
            throw Problem.unprocessable(Violation.invalid("/stopDate", "A service does not stop before it starts."));
        }
        var source = new Prices.Source.Staff(by, reason, clock.instant());
        if (start.isBefore(before.startDate())) {
            beginEarlier(before, start, source);
        } else if (start.isAfter(before.startDate())) {
            beginLater(before, start, source);
        }
        services.correct(serviceId, start, stop);
        audit.record(
                before.enterpriseId(), "service.dates-corrected", "rated-service", serviceId, before, find(serviceId));
    }

    /** The price of the first day held before it, too. */
    private void beginEarlier(ReadingServices.Rated service, LocalDate start, Prices.Source source) {
        for (var price : prices.of(service.serviceId())) {
            if (!price.effectiveFrom().equals(service.startDate())) {
                continue;
            }
            if (price.billed()) {
                again(service, price, start, firstBilled(service), source);
            } else {
                prices.beginOn(price.id(), start);
            }
        }
    }

    /** With a policy that gives the first day free, the first billed day is the one after it. */
    private LocalDate firstBilled(ReadingServices.Rated service) {
        return db.sql("""
                        select cast(:day as date) + case when p.start_day_billed then 0 else 1 end
                        from account_proration_policy a join proration_policy p on p.id = a.policy_id
                        where a.account_id = :account and a.effective_from <= :day
                        order by a.effective_from desc limit 1""")
                .param("day", service.startDate())
                .param("account", service.accountId())
                .query(LocalDate.class)
                .optional()
                .orElse(service.startDate());
    }

    /** What was billed of days that were none is given back whole, and the days that were are billed anew. */
    private void beginLater(ReadingServices.Rated service, LocalDate start, Prices.Source source) {
        var affected = prices.of(service.serviceId()).stream()
                .filter(price -> price.effectiveFrom().isBefore(start))
                .sorted(Comparator.comparing(Prices.Price::effectiveFrom))
                .toList();
        for (var price : affected) {
            var to = price.effectiveTo();
            if (to != null && !to.isAfter(start)) {
                prices.end(price.id(), price.effectiveFrom());
            } else if (price.billed()) {
                prices.end(price.id(), price.effectiveFrom());
                again(service, price, start, to, source);
            } else {
                prices.beginOn(price.id(), start);
            }
        }
    }

    private void again(
            ReadingServices.Rated service,
            Prices.Price price,
            LocalDate from,
            @Nullable LocalDate to,
            Prices.Source source) {
        prices.add(
                new Prices.NewPrice(
                        price.chargeId(),
                        service.serviceId(),
                        service.enterpriseId(),
                        service.accountId(),
                        price.description(),
                        price.amount(),
                        from,
                        to),
                source);
    }
}
