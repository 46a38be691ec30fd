/** How due work goes through its pieces. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.work;
