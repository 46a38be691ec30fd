/** Accounts over HTTP. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.accounts.web;
