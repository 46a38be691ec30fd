/** The billing accounts of an enterprise, as identity tells them by event. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.accounts;
