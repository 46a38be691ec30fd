package io.controlcenter.notification.content;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the calendars in mails say of the provider. The same properties as in maintenance-service, which offers the same
 * calendars over HTTP: where they differ, a reader of both sees each window twice.
 *
 * @param calendarDomain the right-hand side of calendar ids; must never change
 * @param provider what calendars call the provider
 * @param organizer e-mail address of the change management team
 */
@ConfigurationProperties("controlcenter.maintenance")
public record CalendarSettings(String calendarDomain, String provider, String organizer) {}
