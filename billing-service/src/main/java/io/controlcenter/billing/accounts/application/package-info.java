/** Opening and changing accounts. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.accounts.application;
