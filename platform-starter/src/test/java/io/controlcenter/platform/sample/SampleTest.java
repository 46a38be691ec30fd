package io.controlcenter.platform.sample;

import io.controlcenter.platform.test.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(properties = "spring.config.name=sample")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SampleTest {}
