package io.controlcenter.identity.users.application;

import io.controlcenter.identity.users.domain.InactivityRule;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules about users that an installation may set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InactivitySettings.class)
class UsersConfiguration {

    @Bean
    InactivityRule inactivityRule(InactivitySettings settings) {
        return new InactivityRule(settings.deactivateAfter(), settings.deleteAfter(), settings.warnBefore());
    }
}
