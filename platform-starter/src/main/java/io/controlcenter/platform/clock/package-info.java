/** The business clock, which a sandbox can move. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.clock;
