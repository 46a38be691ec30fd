/** Credits for outages: proposed from what repair found creditable, decided by a coordinator, on the next invoice. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.outages;
