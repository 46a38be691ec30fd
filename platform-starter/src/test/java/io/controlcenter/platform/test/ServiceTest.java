package io.controlcenter.platform.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * An integration test of one whole application, over HTTP on a port of its own, with a real PostgreSQL and Kafka. All
 * such tests of a module share one context; each works with enterprises of its own, so nothing is cleaned up between
 * them. Time stands still at {@link TestPlatform#START} until a test moves it, and scheduled work runs when a test says
 * so.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TestPlatform.class)
@ContextConfiguration(initializers = TestEnvironment.class)
public @interface ServiceTest {}
