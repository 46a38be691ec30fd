/** The inbox that catches every mail that a local platform sends. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.deploy.inbox;
