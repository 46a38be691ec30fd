/** The whole platform on one machine: servers and applications as supervised processes. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.deploy.platform;
