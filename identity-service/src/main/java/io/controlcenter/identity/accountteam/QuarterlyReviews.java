package io.controlcenter.identity.accountteam;

import io.controlcenter.identity.accountteam.domain.MeetingCalendar;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Schedules the review of each quarter with every enterprise that was there when it began, some weeks before. */
@Component
class QuarterlyReviews implements DueWork {

    private final JdbcClient db;
    private final MeetingCalendar calendar;
    private final PlanningEngagements planning;
    private final EngagementSettings settings;
    private final OneByOne oneByOne;

    QuarterlyReviews(
            JdbcClient db,
            MeetingCalendar calendar,
            PlanningEngagements planning,
            EngagementSettings settings,
            OneByOne oneByOne) {
        this.db = db;
        this.calendar = calendar;
        this.planning = planning;
        this.settings = settings;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "quarterly-reviews";
    }

    @Override
    public int doDue(Instant now) {
        var today = LocalDate.ofInstant(now, settings.zone());
        return calendar.open(today).stream()
                .filter(quarter -> today.isBefore(quarter.begins()) || !isDone(quarter))
                .mapToInt(quarter -> schedule(quarter, today, now))
                .sum();
    }

    private boolean isDone(MeetingCalendar.Quarter quarter) {
        return db.sql("select exists (select 1 from quarterly_round where quarter = :quarter)")
                .param("quarter", quarter.name())
                .query(Boolean.class)
                .single();
    }

    private int schedule(MeetingCalendar.Quarter quarter, LocalDate today, Instant now) {
        var scheduled =
                oneByOne.each(name() + " " + quarter.name(), now, atMost -> without(quarter, atMost), enterpriseId -> {
                    planning.quarter(enterpriseId, quarter);
                    return true;
                });
        if (scheduled == 0
                && !today.isBefore(quarter.begins())
                && without(quarter, 1).isEmpty()) {
            done(quarter, now);
        }
        return scheduled;
    }

    private List<String> without(MeetingCalendar.Quarter quarter, int atMost) {
        return db.sql("""
                        select e.enterprise_id from enterprise e
                        where e.status = 'ACTIVE' and e.created_at < :begins
                          and not exists (select 1 from engagement g where g.enterprise_id = e.enterprise_id
                            and g.kind = 'QUARTERLY_REVIEW' and g.occasion = :quarter)
                        order by e.id limit :most""")
                .param("begins", quarter.begins().atStartOfDay(settings.zone()).toOffsetDateTime())
                .param("quarter", quarter.name())
                .param("most", atMost)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Enterprises that come later have no review of this quarter any more. */
    private void done(MeetingCalendar.Quarter quarter, Instant now) {
        db.sql("insert into quarterly_round (quarter, done_at) values (:quarter, :at) on conflict do nothing")
                .param("quarter", quarter.name())
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }
}
