package io.controlcenter.platform.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of two properties of a body the second one comes later, where both are there and have the right form: told together
 * with everything else that is wrong with the body, at the second one.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AscendingValidator.class)
public @interface Ascending {

    /** Name of a property. */
    String first();

    /** Name of a property of the same type. */
    String then();

    String message() default "must come after {first}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
