package io.controlcenter.billing.usage.domain;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.usage.domain.UsageType.Rate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether reported usage can be billed, and what it costs: as it came rated, or by the rate of its first day. */
public final class RatingUsage {

    private final int tailDays;

    /** @param tailDays how many days after a disconnect a service can still have been used (domain d.6) */
    public RatingUsage(int tailDays) {
        this.tailDays = tailDays;
    }

    public sealed interface Outcome {

        record Rated(RatedUsage usage) implements Outcome {}

        record Refused(List<UsageRefusal> why) implements Outcome {}
    }

    /**
     * @param service null when there is none with its id
     * @param type null when there is none with its code
     */
    public Outcome rate(ReportedUsage usage, @Nullable MeteredService service, @Nullable UsageType type, Instant now) {
        var wrong = new ArrayList<UsageRefusal>();
        period(usage, now, wrong);
        if (type == null) {
            wrong.add(new UsageRefusal.UnknownType());
        } else if (type.unit() != usage.unit()) {
            wrong.add(new UsageRefusal.OtherUnit(type.unit()));
        }
        if (service == null) {
            wrong.add(new UsageRefusal.UnknownService());
            return new Outcome.Refused(wrong);
        }
        account(usage, service, wrong);
        days(usage, service, wrong);
        var rate = type == null ? null : rate(usage, service, type, wrong);
        return wrong.isEmpty() ? new Outcome.Rated(rated(usage, service, rate)) : new Outcome.Refused(wrong);
    }

    private static void period(ReportedUsage usage, Instant now, List<UsageRefusal> wrong) {
        if (usage.end().isBefore(usage.start())) {
            wrong.add(new UsageRefusal.EndsBeforeStart());
        } else if (usage.end().isAfter(now)) {
            wrong.add(new UsageRefusal.NotOver());
        }
    }

    private static void account(ReportedUsage usage, MeteredService service, List<UsageRefusal> wrong) {
        if (usage.accountId() != null && !usage.accountId().equals(service.accountId())) {
            wrong.add(new UsageRefusal.OtherAccount());
        }
        var amount = usage.ratedAmount();
        if (amount != null && !amount.currency().equals(service.currency())) {
            wrong.add(new UsageRefusal.OtherCurrency(service.currency()));
        }
    }

    private void days(ReportedUsage usage, MeteredService service, List<UsageRefusal> wrong) {
        if (usage.firstDay(service.zone()).isBefore(service.start())) {
            wrong.add(new UsageRefusal.BeforeService(service.start()));
        }
        var stop = service.stop();
        if (stop != null && usage.endDay(service.zone()).isAfter(stop.plusDays(tailDays))) {
            wrong.add(new UsageRefusal.AfterTail(stop.plusDays(tailDays - 1L)));
        }
    }

    /** Null for usage that came rated, and when there is none. */
    private static @Nullable Rate rate(
            ReportedUsage usage, MeteredService service, UsageType type, List<UsageRefusal> wrong) {
        if (usage.ratedAmount() != null) {
            return null;
        }
        var day = usage.firstDay(service.zone());
        var rate = type.rateOn(day, service.currency());
        if (rate.isEmpty()) {
            wrong.add(new UsageRefusal.NoRate(day, service.currency()));
        }
        return rate.orElse(null);
    }

    private static RatedUsage rated(ReportedUsage usage, MeteredService service, @Nullable Rate rate) {
        var came = usage.ratedAmount();
        var amount = came == null
                ? usage.quantity().multiply(Objects.requireNonNull(rate).amount())
                : came.amount();
        return new RatedUsage(
                usage,
                service,
                usage.firstDay(service.zone()),
                usage.endDay(service.zone()),
                rate == null ? null : rate.amount(),
                Money.exact(amount, service.currency()).amount());
    }
}
