package io.controlcenter.identity;

import io.controlcenter.platform.test.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** An integration test of the identity-service; all share one context. */
@ServiceTest
@Import({IdentityPlatform.class, InvoicedCustomers.class})
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface IdentityServiceTest {}
