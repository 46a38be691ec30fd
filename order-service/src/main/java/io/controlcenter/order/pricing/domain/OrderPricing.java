package io.controlcenter.order.pricing.domain;

import io.controlcenter.order.calendars.domain.BusinessCalendar;
import io.controlcenter.order.domain.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one calculator of what dates and changes cost. The estimate and the charge both come from it, so that what is
 * charged equals what was estimated (handbook S28).
 *
 * @param card the rate card of the day
 * @param calendar by which business days count
 */
public record OrderPricing(RateCard card, BusinessCalendar calendar) {

    /** A day on which delivery would be possible for a fee. */
    public record EarlierDay(LocalDate date, int days, Money fee) {}

    /** @param on the first day of the stage */
    public record StageChange(Stage stage, LocalDate on) {}

    /** What delivery on this date costs beyond the price, for an order submitted on that one. */
    public Expedite expedite(StandardInterval interval, LocalDate submitted, LocalDate wanted) {
        var standard = interval.from(submitted, calendar);
        if (standard.isEmpty()) {
            return new Expedite.RequiresQuote();
        }
        var days = interval.improvement(wanted, standard.get(), calendar);
        return days == 0
                ? new Expedite.NotNeeded(standard.get())
                : new Expedite.Fee(standard.get(), days, card.expeditePerDay().times(days));
    }

    /** Every business day between submittal and the standard date, earliest first, with its fee; none for ICB. */
    public List<EarlierDay> earlierDays(StandardInterval interval, LocalDate submitted) {
        return interval.from(submitted, calendar).stream()
                .flatMap(standard -> submitted.plusDays(1).datesUntil(standard))
                .filter(calendar::isBusinessDay)
                .flatMap(date -> expedite(interval, submitted, date) instanceof Expedite.Fee(var _, var days, var fee)
                        ? Stream.of(new EarlierDay(date, days, fee))
                        : Stream.empty())
                .toList();
    }

    /** The stage of an order on this date. */
    public Stage stage(Progress progress, LocalDate on) {
        var preStart = preStartFrom(progress);
        if (preStart != null && !on.isBefore(preStart)) {
            return Stage.PRE_START;
        }
        var engineered = engineeredFrom(progress);
        return progress.engineered() || (engineered != null && !on.isBefore(engineered))
                ? Stage.POST_ENGINEERING
                : Stage.PRE_ENGINEERING;
    }

    /** The next stage after that of this date; empty when there is none, or none whose day is known. */
    public Optional<StageChange> nextStage(Progress progress, LocalDate on) {
        var preStart = preStartFrom(progress);
        var engineered = engineeredFrom(progress);
        return switch (stage(progress, on)) {
            case PRE_START -> Optional.empty();
            case POST_ENGINEERING -> Optional.ofNullable(preStart).map(day -> new StageChange(Stage.PRE_START, day));
            case PRE_ENGINEERING ->
                Stream.of(change(Stage.PRE_START, preStart), change(Stage.POST_ENGINEERING, engineered))
                        .flatMap(Optional::stream)
                        .min(java.util.Comparator.comparing(StageChange::on));
        };
    }

    private static Optional<StageChange> change(Stage stage, @Nullable LocalDate on) {
        return on == null ? Optional.empty() : Optional.of(new StageChange(stage, on));
    }

    private @Nullable LocalDate engineeredFrom(Progress progress) {
        var timing = card.timing();
        var after = progress.expedited() ? timing.expeditedEngineeringAfter() : timing.engineeringAfter();
        var acknowledged = progress.acknowledgedOn();
        return acknowledged == null ? null : calendar.plusBusinessDays(acknowledged, after + 1);
    }

    private @Nullable LocalDate preStartFrom(Progress progress) {
        var due = progress.dueOn();
        return due == null
                ? null
                : calendar.minusBusinessDays(due, card.timing().preStartBefore());
    }

    /** From this date on non-recoverable expense has started and nothing can be changed; empty without a due date. */
    public Optional<LocalDate> pointOfNoReturn(Progress progress) {
        return Optional.ofNullable(progress.dueOn())
                .map(due -> calendar.minusBusinessDays(due, card.timing().pointOfNoReturnBefore()));
    }

    /** Business days from this date to the point of no return; 0 when it has passed. */
    public Optional<Integer> daysToPointOfNoReturn(Progress progress, LocalDate on) {
        return pointOfNoReturn(progress).map(day -> Math.max(0, calendar.businessDaysBetween(on, day)));
    }

    public Money modification(ChangeKind kind, Stage stage) {
        return card.modifications().stream()
                .filter(tier -> tier.changeKind() == kind && tier.stage() == stage)
                .map(RateCard.ModificationTier::amount)
                .findFirst()
                .orElseGet(() -> Money.zero(card.currency()));
    }

    /**
     * @param monthlyRecurring of what is cancelled (MRC)
     * @param nonRecurring of what is cancelled (NRC)
     */
    public Money cancellation(Stage stage, Money monthlyRecurring, Money nonRecurring) {
        return card.cancellations().stream()
                .filter(tier -> tier.stage() == stage)
                .map(tier -> tier.flat()
                        .plus(nonRecurring.percent(tier.percentOfNonRecurring()))
                        .plus(monthlyRecurring.times(tier.monthsOfRecurring())))
                .findFirst()
                .orElseGet(() -> Money.zero(card.currency()));
    }
}
