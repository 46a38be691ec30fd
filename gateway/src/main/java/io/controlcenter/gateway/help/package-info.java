/** Help that needs no sign-in. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.gateway.help;
