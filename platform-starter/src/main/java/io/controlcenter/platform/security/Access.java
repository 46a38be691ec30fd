package io.controlcenter.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an endpoint. Every endpoint under {@code /api} carries one: without it nobody may, and the endpoint
 * guard test fails. It is judged before the body is read, and stands in the API documentation. Endpoints that share one
 * rule may name it by an annotation of their own that carries this one.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** Permissions and provider roles (domain b.0) of which one is enough; none for {@code SELF} and {@code PUBLIC}. */
    String[] value() default {};

    Reach reach() default Reach.ENTERPRISE;
}
