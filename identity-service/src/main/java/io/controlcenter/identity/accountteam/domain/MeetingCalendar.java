package io.controlcenter.identity.accountteam.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When meetings are proposed: on a working day at a decent hour, where the customer is.
 *
 * @param at time of day
 * @param after how long after what gives rise to it, per kind; the review of a quarter after its first day
 * @param ahead how long before its quarter begins a review is scheduled
 */
public record MeetingCalendar(LocalTime at, After after, Period ahead) {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** One for each kind. */
    public record After(Period onboarding, Period postActivation, Period firstBill, Period quarterBegins) {

        Period of(EngagementKind kind) {
            return switch (kind) {
                case ONBOARDING -> onboarding;
                case POST_ACTIVATION -> postActivation;
                case FIRST_BILL_REVIEW -> firstBill;
                case QUARTERLY_REVIEW -> quarterBegins;
            };
        }
    }

    /** A quarter of a year, such as {@code 2026-Q3}. */
    public record Quarter(LocalDate begins) {

        public static Quarter of(LocalDate day) {
            return new Quarter(day.with(IsoFields.DAY_OF_QUARTER, 1));
        }

        public Quarter next() {
            return new Quarter(begins.plusMonths(3));
        }

        public String name() {
            return begins.getYear() + "-Q" + begins.get(IsoFields.QUARTER_OF_YEAR);
        }
    }

    /** @param day on which something gave rise to the meeting; proposed is never what is past already */
    public Instant propose(EngagementKind kind, LocalDate day, ZoneId zone, Instant now) {
        var earliest = LocalDate.ofInstant(now, zone).plusDays(1);
        var wanted = day.plus(after.of(kind));
        return workday(wanted.isBefore(earliest) ? earliest : wanted)
                .atTime(at)
                .atZone(zone)
                .toInstant();
    }

    private static LocalDate workday(LocalDate day) {
        var next = day;
        while (WEEKEND.contains(next.getDayOfWeek())) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** Quarters whose reviews are to be scheduled by now: the present one until its time has come, and soon the next. */
    public List<Quarter> open(LocalDate today) {
        var present = Quarter.of(today);
        return Stream.of(present, present.next())
                .filter(quarter -> !today.isBefore(quarter.begins().minus(ahead)))
                .filter(quarter -> today.isBefore(workday(quarter.begins().plus(after.quarterBegins()))))
                .toList();
    }
}
