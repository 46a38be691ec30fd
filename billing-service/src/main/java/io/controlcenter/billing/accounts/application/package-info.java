/** Opening accounts and changing how their bills are delivered. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.accounts.application;
