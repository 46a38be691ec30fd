package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.maintenance.changes.domain.NoticeRules;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation decides about maintenance.
 *
 * @param notice between the first notice and the start of work that services can feel (domain b.4, rule 2)
 * @param reminders how long before a window customers are reminded of it
 * @param earlyStart how long before its window work may begin at most; an emergency at any time
 * @param calendarDomain the right-hand side of calendar ids; must never change, or calendars show everything twice
 * @param provider what calendars call the provider
 * @param organizer e-mail address of the change management team
 * @param publicUrl where the platform is reached from outside
 * @param feedHistory how long a window that is over stays in calendar feeds
 * @param feedRefresh how often calendar programs are told to look again
 * @param feedsPerPerson how many feeds a person can have at a time
 * @param conflictImpacts what a service has to feel to count as hit, where diverse services are concerned
 * @param conflictHorizon how long before a window an open outage of the diverse service counts
 * @param inquiryAnswer within which the change management team answers
 * @param inquiriesOpenFor how long after its end a GCR can be asked about
 */
@ConfigurationProperties("controlcenter.maintenance")
public record MaintenanceSettings(
        Duration notice,
        List<Duration> reminders,
        Duration earlyStart,
        String calendarDomain,
        String provider,
        String organizer,
        String publicUrl,
        Duration feedHistory,
        Duration feedRefresh,
        int feedsPerPerson,
        List<Impact> conflictImpacts,
        Duration conflictHorizon,
        Duration inquiryAnswer,
        Duration inquiriesOpenFor) {

    NoticeRules rules() {
        return new NoticeRules(notice, reminders, earlyStart);
    }
}
