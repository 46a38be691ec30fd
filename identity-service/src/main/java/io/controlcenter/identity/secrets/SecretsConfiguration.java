package io.controlcenter.identity.secrets;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretsSettings.class)
class SecretsConfiguration {

    @Bean
    SecretBox secretBox(SecretsSettings settings) {
        return new SecretBox(settings.keys());
    }
}
