/** Accounts that go from one enterprise to another. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.ownership;
