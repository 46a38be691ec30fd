/** How the platform is, for people and machines. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.gateway.status;
