/** A billing account and its rules. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.accounts.domain;
