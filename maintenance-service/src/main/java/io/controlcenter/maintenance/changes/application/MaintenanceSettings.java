package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.NoticeRules;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation decides about maintenance.
 *
 * @param calendarDomain the right-hand side of calendar ids; must never change, or calendars show everything twice
 * @param organizer e-mail address of the change management team
 */
@ConfigurationProperties("controlcenter.maintenance")
public record MaintenanceSettings(
        Duration notice, List<Duration> reminders, String calendarDomain, String provider, String organizer) {

    NoticeRules rules() {
        return new NoticeRules(notice, reminders);
    }
}
