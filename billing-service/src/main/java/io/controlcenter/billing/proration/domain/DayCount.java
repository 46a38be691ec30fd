package io.controlcenter.billing.proration.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** How days are counted, and over how many of them a monthly price is spread (domain d.2). */
public enum DayCount {
    /** Real days over the real days of the cycle. */
    ACTUAL_ACTUAL {
        @Override
        public int days(Period period) {
            return realDays(period);
        }

        @Override
        public int denominator(Period cycle) {
            return realDays(cycle);
        }
    },
    /** Real days, each of them a thirtieth. */
    ACTUAL_30 {
        @Override
        public int days(Period period) {
            return realDays(period);
        }

        @Override
        public int denominator(Period cycle) {
            return MONTH;
        }
    },
    /**
     * Every month has 30 days: the 31st is free, the last of February counts for what is missing. A cycle that begins on
     * the 29th to 31st has 27 to 33 such days, and these are its denominator (domain d.5).
     */
    STRICT_30 {
        @Override
        public int days(Period period) {
            return period.hasNoDay() ? 0 : realDays(period) - strayDays(period.start(), period.end());
        }

        @Override
        public int denominator(Period cycle) {
            return days(cycle);
        }
    };

    private static final int MONTH = 30;

    /** The days of a part of one cycle, or of a whole one. */
    public abstract int days(Period period);

    /** What the days of a part are divided by: always of the whole cycle, never of a remainder. */
    public abstract int denominator(Period cycle);

    private static int realDays(Period period) {
        return period.hasNoDay() ? 0 : (int) ChronoUnit.DAYS.between(period.start(), period.end());
    }

    /** By how much the month ends that the days cross differ from 30. */
    private static int strayDays(LocalDate start, LocalDate end) {
        var stray = 0;
        for (var month = YearMonth.from(start); month.isBefore(YearMonth.from(end)); month = month.plusMonths(1)) {
            stray += month.lengthOfMonth() - MONTH;
        }
        return stray;
    }
}
