package io.controlcenter.identity.clients;

import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An enterprise's administrators for its own clients, the provider's operations for all. */
@Access(
        value = {"ENTERPRISE_ADMIN", "OPERATIONS"},
        reach = Reach.SHARED)
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface AdministersClients {}
