package io.controlcenter.billing.outages.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to give back for an outage: the monthly price of the service for the minutes that count (domain d.6).
 *
 * @param minutes that count; what repair excluded, such as waiting for access, is in {@code excludedMinutes}
 * @param monthlyAmount price of the service on the day on which the outage began; zero when it is not known
 * @param minutesInMonth of the month in which it began, where the account is
 * @param amount proposed
 * @param decision null while it is open
 */
public record OutageCredit(
        String proposalId,
        String enterpriseId,
        String accountId,
        String serviceId,
        @Nullable String circuitId,
        String ticketNumber,
        Instant outageStart,
        Instant outageEnd,
        int minutes,
        int excludedMinutes,
        BigDecimal monthlyAmount,
        int minutesInMonth,
        BigDecimal amount,
        String currency,
        State state,
        Instant proposedAt,
        @Nullable Decision decision,
        long version) {

    public enum State {
        PROPOSED,
        APPROVED,
        DECLINED
    }

    /** @param credited what is given back; null when it was declined */
    public record Decision(
            Instant at, String by, String text, @Nullable BigDecimal credited) {}

    /** Either it happened, or it did not and nothing changed. */
    public sealed interface Outcome {

        record Done(OutageCredit credit) implements Outcome {}

        record DecidedAlready(State state) implements Outcome {}

        /** @param most what can be given back; null when there is no limit but more than nothing */
        record AmountUnfit(@Nullable BigDecimal most) implements Outcome {}
    }

    /** Minutes of the month, daylight saving included. */
    public static int minutesInMonth(Instant at, ZoneId zone) {
        var month = YearMonth.from(at.atZone(zone));
        var begins = month.atDay(1).atStartOfDay(zone).toInstant();
        var ends = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return (int) ((ends.getEpochSecond() - begins.getEpochSecond()) / 60);
    }

    /** Never more than the monthly price. */
    public static BigDecimal amount(BigDecimal monthly, int minutes, int minutesInMonth, int scale) {
        var share = monthly.multiply(BigDecimal.valueOf(minutes))
                .divide(BigDecimal.valueOf(minutesInMonth), scale, RoundingMode.HALF_UP);
        return share.min(monthly.setScale(scale, RoundingMode.HALF_UP));
    }

    /** @param other another amount than the proposed one; null for that */
    public Outcome approve(@Nullable BigDecimal other, String text, String by, Instant at) {
        if (state != State.PROPOSED) {
            return new Outcome.DecidedAlready(state);
        }
        var given = other == null ? amount : other;
        var most = monthlyAmount.signum() > 0 ? monthlyAmount : null;
        if (given.signum() <= 0 || (most != null && given.compareTo(most) > 0)) {
            return new Outcome.AmountUnfit(most);
        }
        return new Outcome.Done(decided(State.APPROVED, new Decision(at, by, text, given)));
    }

    public Outcome decline(String text, String by, Instant at) {
        return state == State.PROPOSED
                ? new Outcome.Done(decided(State.DECLINED, new Decision(at, by, text, null)))
                : new Outcome.DecidedAlready(state);
    }

    private OutageCredit decided(State next, Decision made) {
        return new OutageCredit(
                proposalId,
                enterpriseId,
                accountId,
                serviceId,
                circuitId,
                ticketNumber,
                outageStart,
                outageEnd,
                minutes,
                excludedMinutes,
                monthlyAmount,
                minutesInMonth,
                amount,
                currency,
                next,
                proposedAt,
                made,
                version + 1);
    }
}
