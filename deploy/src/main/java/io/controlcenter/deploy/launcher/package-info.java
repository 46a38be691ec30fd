/** {@code ./deploy/up} and {@code ./deploy/token}. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.deploy.launcher;
