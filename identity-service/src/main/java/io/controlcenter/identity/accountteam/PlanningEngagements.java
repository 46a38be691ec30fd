package io.controlcenter.identity.accountteam;

import io.controlcenter.identity.accountteam.domain.Engagement;
import io.controlcenter.identity.accountteam.domain.EngagementKind;
import io.controlcenter.identity.accountteam.domain.EngagementState;
import io.controlcenter.identity.accountteam.domain.MeetingCalendar;
import io.controlcenter.identity.enterprises.Enterprise;
import io.controlcenter.identity.enterprises.EnterpriseEnd;
import io.controlcenter.identity.enterprises.EnterpriseStart;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Meetings that appear by themselves, each occasion once (handbook S9). */
@Component
@Transactional
class PlanningEngagements implements EnterpriseStart, EnterpriseEnd {

    private final Engagements engagements;
    private final MeetingCalendar calendar;
    private final EngagementSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    PlanningEngagements(
            Engagements engagements,
            MeetingCalendar calendar,
            EngagementSettings settings,
            JdbcClient db,
            Clock clock) {
        this.engagements = engagements;
        this.calendar = calendar;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public void started(Enterprise enterprise) {
        plan(enterprise.enterpriseId(), null, EngagementKind.ONBOARDING, "enterprise", enterprise.createdAt());
    }

    @Override
    public void ended(String enterpriseId) {
        for (var meeting : engagements.scheduled(enterpriseId)) {
            if (meeting.cancel("The enterprise has ended.") instanceof Engagement.Outcome.Taken(var cancelled)) {
                engagements.save(meeting, cancelled, "engagement.cancelled");
            }
        }
    }

    void firstBill(String enterpriseId, String accountId, LocalDate billDate) {
        var at = billDate.atStartOfDay(zone(accountId)).toInstant();
        plan(enterpriseId, accountId, EngagementKind.FIRST_BILL_REVIEW, accountId, at);
    }

    /** Of several orders that are accepted one after the other, one meeting speaks. */
    void activated(String enterpriseId, String accountId, String orderNumber, Instant acceptedAt) {
        if (!engagements.isExpected(enterpriseId, accountId, EngagementKind.POST_ACTIVATION)) {
            plan(enterpriseId, accountId, EngagementKind.POST_ACTIVATION, orderNumber, acceptedAt);
        }
    }

    void quarter(String enterpriseId, MeetingCalendar.Quarter quarter) {
        var at = quarter.begins().atStartOfDay(settings.zone()).toInstant();
        plan(enterpriseId, null, EngagementKind.QUARTERLY_REVIEW, quarter.name(), at);
    }

    private void plan(
            String enterpriseId, @Nullable String accountId, EngagementKind kind, String occasion, Instant because) {
        var zone = zone(accountId);
        var now = clock.instant();
        engagements.add(new Engagement(
                UUID.randomUUID().toString(),
                enterpriseId,
                accountId,
                kind,
                occasion,
                EngagementState.SCHEDULED,
                calendar.propose(kind, LocalDate.ofInstant(because, zone), zone, now),
                null,
                null,
                now,
                1));
    }

    private ZoneId zone(@Nullable String accountId) {
        return db.sql("select time_zone from billing_account where account_id = :account")
                .param("account", accountId)
                .query((row, _) -> ZoneId.of(row.getString(1)))
                .optional()
                .orElse(settings.zone());
    }
}
