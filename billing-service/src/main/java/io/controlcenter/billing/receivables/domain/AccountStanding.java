package io.controlcenter.billing.receivables.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is particular about collecting from one account.
 *
 * @param disputeWindowDays after the bill date; null for the provider's usual window
 * @param lateChargeRate a month; null for the usual rate
 * @param dunningPausedUntil no reminders and no new credit hold up to and on this day
 * @param creditHoldSince no new orders since then; null when there is no hold
 */
public record AccountStanding(
        String accountId,
        String enterpriseId,
        @Nullable Integer disputeWindowDays,
        @Nullable BigDecimal lateChargeRate,
        @Nullable LocalDate dunningPausedUntil,
        @Nullable String dunningPauseReason,
        @Nullable Instant creditHoldSince,
        long version) {

    public boolean collectsOn(LocalDate day) {
        return dunningPausedUntil == null || day.isAfter(dunningPausedUntil);
    }

    /** The day, or the first one after the pause that it is in. */
    public LocalDate collectsFrom(LocalDate day) {
        return dunningPausedUntil == null || day.isAfter(dunningPausedUntil) ? day : dunningPausedUntil.plusDays(1);
    }

    public AccountStanding withHold(@Nullable Instant since) {
        return new AccountStanding(
                accountId,
                enterpriseId,
                disputeWindowDays,
                lateChargeRate,
                dunningPausedUntil,
                dunningPauseReason,
                since,
                version + 1);
    }

    public AccountStanding withTerms(
            @Nullable Integer window,
            @Nullable BigDecimal rate,
            @Nullable LocalDate pausedUntil,
            @Nullable String pauseReason) {
        return new AccountStanding(
                accountId, enterpriseId, window, rate, pausedUntil, pauseReason, creditHoldSince, version + 1);
    }
}
