package io.controlcenter.identity.accountteam;

import io.controlcenter.identity.accountteam.domain.MeetingCalendar;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendar that an installation may set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngagementSettings.class)
class EngagementConfiguration {

    @Bean
    MeetingCalendar meetingCalendar(EngagementSettings settings) {
        return new MeetingCalendar(
                settings.at(),
                new MeetingCalendar.After(
                        settings.onboardingAfter(),
                        settings.postActivationAfter(),
                        settings.firstBillAfter(),
                        settings.quarterlyAfter()),
                settings.quarterlyAhead());
    }
}
