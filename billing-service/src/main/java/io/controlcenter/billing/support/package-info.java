/** When billing support is open. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.support;
