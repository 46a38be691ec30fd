/** The local launcher and the demo. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.deploy;
