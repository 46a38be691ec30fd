/** The platform's business clock, moved from outside. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.gateway.sandbox;
