package io.controlcenter.identity.secondfactor;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecondFactorSettings.class)
class SecondFactorConfiguration {}
