package io.controlcenter.identity.secondfactor;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param requiredOfStaff whether the provider's own people have to have a second factor; enterprises decide for theirs
 */
@ConfigurationProperties("controlcenter.identity.second-factor")
record SecondFactorSettings(@DefaultValue("false") boolean requiredOfStaff) {}
