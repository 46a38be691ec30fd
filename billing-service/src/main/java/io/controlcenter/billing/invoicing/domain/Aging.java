package io.controlcenter.billing.invoicing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What was billed before and is open, by how long it is overdue on the bill date. */
public record Aging(
        BigDecimal current, BigDecimal days1To30, BigDecimal days31To60, BigDecimal days61To90, BigDecimal over90Days) {

    private static final Aging NOTHING =
            new Aging(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static Aging of(List<Statement.OpenItem> items, LocalDate on) {
        var aging = NOTHING;
        for (var item : items) {
            aging = aging.plus(item.open(), ChronoUnit.DAYS.between(item.dueDate(), on));
        }
        return aging;
    }

    private Aging plus(BigDecimal open, long daysOverdue) {
        if (daysOverdue <= 0) {
            return new Aging(current.add(open), days1To30, days31To60, days61To90, over90Days);
        }
        if (daysOverdue <= 30) {
            return new Aging(current, days1To30.add(open), days31To60, days61To90, over90Days);
        }
        if (daysOverdue <= 60) {
            return new Aging(current, days1To30, days31To60.add(open), days61To90, over90Days);
        }
        return daysOverdue <= 90
                ? new Aging(current, days1To30, days31To60, days61To90.add(open), over90Days)
                : new Aging(current, days1To30, days31To60, days61To90, over90Days.add(open));
    }
}
