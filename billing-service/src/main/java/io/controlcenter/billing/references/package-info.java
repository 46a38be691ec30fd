/** The enterprises and customer numbers that accounts can be opened for, as identity tells them by event. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.references;
