package io.controlcenter.platform.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that may safely be repeated and tried out.
 *
 * <p>With an {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header) the effect and its answer commit
 * together: the same key with the same body and query answers the stored answer, with another one 422, while the first is
 * still running 409. With {@code ?dryRun=true} everything is done and answered as usual and then rolled back: nothing is
 * stored and no event leaves. The controller method runs in the one transaction and must return a
 * {@link org.springframework.http.ResponseEntity}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface IdempotentWrite {

    /** True where a repeat would cost money or duplicate work: the key must be sent, 400 without it. */
    boolean keyRequired() default false;
}
