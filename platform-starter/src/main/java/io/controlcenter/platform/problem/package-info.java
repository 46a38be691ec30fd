/** The one error shape (RFC 9457): how a refusal, a validation failure and the unexpected become problem+json. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.problem;
