package io.controlcenter.notification.messages;

import io.controlcenter.notification.content.CalendarSettings;
import io.controlcenter.notification.content.domain.Composer;
import io.controlcenter.notification.content.domain.Portal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, CalendarSettings.class})
class MessagesConfiguration {

    @Bean
    Portal portal(@Value("${controlcenter.portal-url}") String baseUrl) {
        return new Portal(baseUrl);
    }

    @Bean
    Composer composer(Portal portal) {
        return new Composer(portal);
    }
}
